import { useEffect, useState } from 'react';
import { KitError } from '../../../errors.js';
import { throwIfAborted } from '../../../internal/abort.js';
import { openImage } from '../../../markup/open-image.js';
import type { Size } from '../../../markup/types.js';

export interface OpenedImage {
  /** What is shown, reduced if the image is large. */
  canvas: OffscreenCanvas;
  /** Size of the upright original. */
  size: Size;
  /** The file that was opened. */
  source: Blob;
}

/** Sharp on a large screen, and light enough to be redrawn with every move of a pointer. */
const MAX_SHOWN_PX = 2048;

/** A file, or what makes one if those before it cannot be read. */
export type MarkupSource = Blob | ((signal: AbortSignal) => Promise<Blob>);

/** Opens the first of the files that this browser can read. */
export function useImage(sources: readonly MarkupSource[]): {
  image: OpenedImage | undefined;
  error: KitError | undefined;
} {
  const [image, setImage] = useState<OpenedImage>();
  const [error, setError] = useState<KitError>();
  // What was opened stays, whatever happens to the queue in the meantime.
  const [opened] = useState(sources);
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const open = async (): Promise<void> => {
      const found = await openFirst(opened, signal);
      if (!signal.aborted) setImage(found);
    };
    open().catch((cause: unknown) => {
      if (!signal.aborted && KitError.is(cause)) setError(cause);
    });
    return () => control.abort();
  }, [opened]);
  return { image, error };
}

async function openFirst(
  sources: readonly MarkupSource[],
  signal: AbortSignal,
): Promise<OpenedImage> {
  let failure: unknown;
  for (const source of sources) {
    try {
      const file = source instanceof Blob ? source : await source(signal);
      return await openReduced(file, signal);
    } catch (cause) {
      throwIfAborted(signal);
      failure = cause;
    }
  }
  throw failure;
}

async function openReduced(source: Blob, signal: AbortSignal): Promise<OpenedImage> {
  const bitmap = await openImage(source, signal);
  try {
    const { width, height } = bitmap;
    const scale = Math.min(1, MAX_SHOWN_PX / Math.max(width, height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    const context = canvas.getContext('2d');
    if (!context) {
      throw new KitError('canvas-failed', {
        message:
          'This device has not enough memory left to show the image. Close other tabs, then try again.',
      });
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return { canvas, size: { width, height }, source };
  } finally {
    bitmap.close();
  }
}
