import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import { imageFromUrl, previewFromUrl, sizeOf } from '../image-from-url.js';
import type { ChatEvent } from '../types.js';

export interface ImageReader {
  /** Reads the size that was requested, which the server repeats at the start of its answer. */
  request: (response: JsonRecord | undefined) => void;
  /** Reads an item that was added and is not finished. */
  begin: (item: JsonRecord, itemIndex: number | undefined) => Generator<ChatEvent>;
  /** Reads the progress of an image. Events of other kinds yield nothing. */
  event: (type: string, event: JsonRecord) => Generator<ChatEvent>;
  /** Reads a finished item. It may arrive twice, on its own and at the end; the second time yields nothing. */
  item: (item: JsonRecord, itemIndex: number | undefined) => Generator<ChatEvent>;
}

const PROGRESS = /^response\.image_generation_call\.(in_progress|generating|partial_image)$/;

/** Reads images that the provider's own tool makes. */
export function createImageReader(): ImageReader {
  const given = new Set<string>();
  const begun = new Set<string>();
  const finished = new Set<string>();
  let requested: ReturnType<typeof sizeOf> = {};

  function* begin(id: string, size: string): Generator<ChatEvent> {
    if (begun.has(id) || finished.has(id)) return;
    begun.add(id);
    yield { type: 'image-progress', id, ...requested, ...sizeOf(size) };
  }

  return {
    request(response) {
      const tools = asList(response?.['tools']).map(asRecord);
      const tool = tools.find((one) => one?.['type'] === 'image_generation');
      requested = sizeOf(asText(tool?.['size']));
    },
    *begin(item, itemIndex) {
      if (isImage(item)) yield* begin(idOf(item['id'], itemIndex), asText(item['size']));
    },
    *event(type, event) {
      const [, kind] = PROGRESS.exec(type) ?? [];
      const id = idOf(event['item_id'], asCount(event['output_index']));
      // A preview that arrives late must not replace the image.
      if (kind === undefined || finished.has(id)) return;
      const size = asText(event['size']);
      yield* begin(id, size);
      const base64 = asText(event['partial_image_b64']);
      if (base64 === '') return;
      const url = `data:${mediaTypeOf(event)};base64,${base64}`;
      yield { ...previewFromUrl(id, url), ...sizeOf(size) };
    },
    *item(item, itemIndex) {
      const base64 = asText(item['result']);
      if (!isImage(item) || base64 === '') return;
      const mark = `${base64.length} ${base64.slice(-64)}`;
      if (given.has(mark)) return;
      given.add(mark);
      const progressId = idOf(item['id'], itemIndex);
      finished.add(progressId);
      yield {
        ...imageFromUrl(`data:${mediaTypeOf(item)};base64,${base64}`),
        ...sizeOf(asText(item['size'])),
        ...(begun.has(progressId) && { progressId }),
      };
    },
  };
}

function isImage({ type }: JsonRecord): boolean {
  return type === 'image_generation_call';
}

function idOf(id: unknown, itemIndex: number | undefined): string {
  return asText(id) || `image-${itemIndex ?? 0}`;
}

function mediaTypeOf(fields: JsonRecord): string {
  const format = asText(fields['output_format']);
  return `image/${/^(?:jpeg|webp|gif)$/.test(format) ? format : 'png'}`;
}
