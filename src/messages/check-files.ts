/**
 * Checks whether the endpoint supports the files of a request other than images, in the form in which they
 * are sent.
 */
import { base64Length } from '../internal/base64.js';
import { isOfMediaType, takesFile } from '../internal/takes-file.js';
import { isTextType } from '../internal/text-files.js';
import type { CheckedRequest } from './checked-request.js';
import type { FilePart, FileSupport, Problem } from './types.js';

/** A file of an earlier message is omitted with a warning; a file of the question blocks it. */
export function checkFiles({ messages, wire, canSee, model }: CheckedRequest): Problem[] {
  const lastQuestion = messages.findLastIndex(({ role }) => role === 'user');
  return messages.flatMap(({ id: messageId, parts }, index) =>
    parts.flatMap((part): Problem[] => {
      if (part.type !== 'file') return [];
      const what = part.name === undefined ? 'The file' : `The file “${part.name}”`;
      const name = part.name === undefined ? {} : { name: part.name };
      const where = { messageId, fileId: part.id, ...name };
      if (wire?.fileParts && !takesFile(part, wire.fileParts)) {
        const audioFormats = audioFormatsInstead(part, wire.fileParts);
        return [
          index >= lastQuestion
            ? {
                code: 'file-not-taken',
                severity: 'error',
                message: `${what} (${part.mediaType}) cannot be sent to this endpoint${whatToDo(audioFormats)}`,
                ...where,
                ...(audioFormats && { audioFormats }),
              }
            : {
                code: 'file-not-taken',
                severity: 'warning',
                message: `${what} (${part.mediaType}) of an earlier message is left out, because this endpoint does not take it.`,
                ...where,
              },
        ];
      }
      if (canSee || part.mediaType !== 'application/pdf') return [];
      return [
        {
          code: 'file-not-taken',
          severity: 'warning',
          message: `${what} may be refused: ${model} reads text only, and most providers show the pages of a PDF to the model as images.`,
          ...where,
        },
      ];
    }),
  );
}

function whatToDo(audioFormats: readonly string[] | undefined): string {
  if (audioFormats && audioFormats.length > 0) {
    return `, which takes audio only as ${audioFormats.join(' or ')}. Convert it, or send the message without it.`;
  }
  const reason = audioFormats ? ', which takes no audio' : '';
  return `${reason}. Send the message without it, or choose another connection.`;
}

const AUDIO_NAMES: Readonly<Record<string, string>> = { mpeg: 'MP3', 'x-wav': 'WAV' };

/** Returns the audio formats that are supported, for a recording of a type that is not. */
function audioFormatsInstead(
  { mediaType }: FilePart,
  support: readonly FileSupport[],
): string[] | undefined {
  const types = support.flatMap(({ mediaTypes }) => mediaTypes);
  if (!mediaType.startsWith('audio/')) return undefined;
  if (types.some((type) => isOfMediaType(mediaType, type))) return undefined;
  const formats = types
    .filter((type) => type.startsWith('audio/'))
    .map((type) => type.slice('audio/'.length))
    .map((subtype) => AUDIO_NAMES[subtype] ?? subtype.toUpperCase());
  return [...new Set(formats)];
}

/** Returns what a file adds to the body of a request. */
export function fileBytes(part: FilePart): number {
  const { data } = part;
  if (data.kind === 'bytes') return textFileBytes(part) || base64Length(data.bytes.size);
  return data.kind === 'url' ? data.url.length : 0;
}

/** Returns the length of a file that is sent as words, and 0 for others. */
export function textFileBytes({ data, mediaType }: FilePart): number {
  return data.kind === 'bytes' && isTextType(mediaType) ? data.bytes.size : 0;
}
