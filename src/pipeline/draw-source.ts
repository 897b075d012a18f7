import type { ImageInfo } from '../formats/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { drawingOf } from '../internal/drawings.js';
import type { ModelImageRules } from '../models/types.js';
import { planResize } from './plan-resize.js';
import type { PrepareOptions } from './types.js';

/**
 * Redraws a source that was made from a drawing, such as a page of a PDF, if the model uses another size.
 * Returns `undefined` if the source has no drawing, already has the right size, or can no longer be drawn.
 */
export async function drawSource(
  source: Blob,
  info: ImageInfo,
  rules: ModelImageRules,
  options: PrepareOptions & { signal: AbortSignal },
): Promise<Blob | undefined> {
  const drawing = drawingOf(source);
  if (!drawing) return undefined;
  const plan = planResize(withDrawing(info, source), rules, options);
  const { width, height } = plan.content ?? plan;
  if (width === info.width && height === info.height) return undefined;
  try {
    return await drawing.draw({ width, height }, { signal: options.signal });
  } catch {
    throwIfAborted(options.signal);
    return undefined;
  }
}

/** Adds the size of the drawing that a source was made from, if any. */
export function withDrawing(info: ImageInfo, source: Blob): ImageInfo {
  const drawing = drawingOf(source);
  return drawing ? { ...info, drawing: { width: drawing.width, height: drawing.height } } : info;
}
