/** The image tool of Responses. */
import { createId } from '../core/ids.js';
import { isObject, type JsonObject } from '../core/json.js';
import { createDrawing } from './drawing.js';

export interface MadeImage {
  id: string;
  item: (status: 'in_progress' | 'completed') => JsonObject;
  /** Fields of the events that carry previews, in order. */
  previews: () => JsonObject[];
}

/** Returns the image that a request asks for with its tool; `undefined` for a request without one. */
export function requestedImage(request: JsonObject): MadeImage | undefined {
  const tools = Array.isArray(request['tools']) ? (request['tools'] as unknown[]) : [];
  const tool = tools.filter(isObject).find(({ type }) => type === 'image_generation');
  if (!tool) return undefined;
  const { facts, finished, previews } = createDrawing(tool['size'], tool['partial_images']);
  const id = createId('ig_');
  return {
    id,
    item: (status) => ({
      id,
      type: 'image_generation_call',
      status,
      ...(status === 'completed' && { ...facts, action: 'generate', result: finished() }),
    }),
    previews: () =>
      previews().map((base64, index) => ({
        ...facts,
        partial_image_index: index,
        partial_image_b64: base64,
      })),
  };
}
