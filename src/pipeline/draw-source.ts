import type { ImageInfo } from '../formats/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { drawingOf } from '../internal/drawings.js';
import type { ModelImageRules } from '../models/types.js';
import { planResize } from './plan-resize.js';
import type { PrepareOptions } from './types.js';

/**
 * Draws the source again if it is a file that was made of a drawing, such as a page of a PDF, in another size than the
 * model uses. Returns `undefined` if it has no drawing, has the right size, or can no longer be drawn.
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

/** Returns the facts of a source, with the drawing that it was made of. */
export function withDrawing(info: ImageInfo, source: Blob): ImageInfo {
  const drawing = drawingOf(source);
  return drawing ? { ...info, drawing: { width: drawing.width, height: drawing.height } } : info;
}
