/** Images are sent under the media type of their bytes: providers refuse any other, now and in every later message. */
import { readDataUrl } from '../internal/data-url.js';
import type { ImagePart } from '../messages/types.js';
import type { SentMessage, SentPart } from './neutral.js';

type MediaType = ImagePart['mediaType'];

const HEAD_BYTES = 12;
/** Number of base64 characters that hold the head. */
const HEAD_CHARS = 16;

/** Returns the type that the first bytes show; `undefined` for an unrecognised format. */
function mediaTypeOf(head: string): MediaType | undefined {
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'image/jpeg';
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'image/webp';
  return undefined;
}

/** Returns the media type that the first base64 characters show. */
export function mediaTypeOfBase64(base64: string): MediaType | undefined {
  try {
    return mediaTypeOf(atob(base64.slice(0, HEAD_CHARS)));
  } catch {
    return undefined;
  }
}

const known = new WeakMap<Blob, MediaType | undefined>();

async function mediaTypeOfBlob(bytes: Blob): Promise<MediaType | undefined> {
  if (!known.has(bytes)) {
    const head = new Uint8Array(await bytes.slice(0, HEAD_BYTES).arrayBuffer());
    known.set(bytes, mediaTypeOf(String.fromCharCode(...head)));
  }
  return known.get(bytes);
}

/** Returns the same messages, with each embedded image under the type of its bytes. */
export function withTrueLabels(messages: readonly SentMessage[]): Promise<SentMessage[]> {
  return Promise.all(
    messages.map(async (message) => ({
      ...message,
      parts: await Promise.all(message.parts.map(withTrueLabel)),
    })),
  );
}

async function withTrueLabel(part: SentPart): Promise<SentPart> {
  if (part.type !== 'image') return part;
  const { data } = part;
  switch (data.kind) {
    case 'bytes': {
      // Unreadable bytes fail where they are written, with a separate error.
      const mediaType = await mediaTypeOfBlob(data.bytes).catch(() => undefined);
      return mediaType === undefined ? part : { ...part, mediaType };
    }
    case 'url': {
      const url = withTrueType(data.url);
      return {
        ...part,
        data: { ...data, url: url.url },
        mediaType: url.mediaType ?? part.mediaType,
      };
    }
    default:
      return part;
  }
}

/** Returns a base64 `data:` URL under the type of its bytes; other URLs unchanged. */
export function withTrueType(url: string): { url: string; mediaType?: MediaType } {
  const dataUrl = readDataUrl(url);
  const mediaType = dataUrl?.isBase64 ? mediaTypeOfBase64(dataUrl.body.trimStart()) : undefined;
  if (!dataUrl || mediaType === undefined) return { url };
  return { url: `data:${mediaType};base64,${dataUrl.body}`, mediaType };
}
