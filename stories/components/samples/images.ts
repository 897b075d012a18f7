import type { ImageDetail } from '../../../src/models/types.js';
import type { QueueItem, QueueState } from '../../../src/queue/types.js';
import type { PreparedImage } from '../../../src/pipeline/types.js';
import type { ImagePart } from '../../../src/messages/types.js';

/** An image as it would stand in a tray once it is made to fit. */
export function readyItem(file: File, facts: Partial<QueueItem> = {}): QueueItem {
  return {
    id: file.name,
    name: file.name,
    file,
    detail: 'auto',
    status: 'ready',
    progress: 1,
    previewUrl: URL.createObjectURL(file),
    previewIsFinal: true,
    prepared: preparedFrom(file, facts.detail),
    ...facts,
  };
}

/** As the model of the samples has it: `low` is smaller and cheaper. */
export function preparedFrom(file: File, wanted?: ImageDetail): PreparedImage {
  const detail = wanted === 'low' ? 'low' : 'high';
  const size = detail === 'low' ? { width: 512, height: 384 } : { width: 1024, height: 768 };
  const tokens = detail === 'low' ? 85 : 765;
  return {
    ...size,
    blob: file,
    mediaType: 'image/jpeg',
    source: {
      mediaType: 'image/jpeg',
      width: 4032,
      height: 3024,
      orientation: 1,
      hasAlpha: false,
      isAnimated: false,
      isTruncated: false,
    },
    sourceBytes: file.size * 22,
    plan: {
      ...size,
      from: { width: 4032, height: 3024 },
      mediaType: 'image/jpeg',
      quality: 0.85,
      detail,
      tokens,
      reason: 'model-size',
    },
    detail,
    tokens,
    notes: [],
    engine: 'worker',
    route: 'image-decoder',
    timings: [],
  };
}

/** An image as it stands in a message. */
export function imagePart(file: File): ImagePart {
  return {
    type: 'image',
    id: file.name,
    data: { kind: 'bytes', bytes: file },
    mediaType: 'image/jpeg',
    detail: 'auto',
    name: file.name,
  };
}

export function queueState(items: readonly QueueItem[]): QueueState {
  const ready = items.flatMap(({ prepared }) => prepared ?? []);
  return {
    items,
    isArriving: false,
    isPreparing: items.some(({ status }) => status === 'queued' || status === 'preparing'),
    totals: {
      images: items.length,
      ready: ready.length,
      failed: items.filter(({ status }) => status === 'failed').length,
      tokens: ready.reduce((sum, { tokens }) => sum + tokens, 0),
      bytes: ready.reduce((sum, { blob }) => sum + blob.size, 0),
      sourceBytes: ready.reduce((sum, { sourceBytes }) => sum + sourceBytes, 0),
    },
  };
}
