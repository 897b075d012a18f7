/** The image tool of Responses: a small drawing, with previews that become finer. */
import { drawPng } from '../core/draw-png.js';
import { createId } from '../core/ids.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';

const LONG_EDGE_PX = 240;
const PREVIEW_BLOCKS_PX = [24, 12, 6];

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
  const [, width = '1024', height = '1024'] =
    /^(\d+)x(\d+)$/.exec(textOf(tool['size']) ?? '') ?? [];
  const count = Math.min(PREVIEW_BLOCKS_PX.length, numberOf(tool['partial_images']) ?? 0);
  const id = createId('ig_');
  const facts = {
    size: `${width}x${height}`,
    quality: 'low',
    background: 'opaque',
    output_format: 'png',
  };
  const draw = (blockPx: number): string => {
    const scale = LONG_EDGE_PX / Math.max(Number(width), Number(height));
    return toBase64(
      drawPng(Math.round(Number(width) * scale), Math.round(Number(height) * scale), blockPx),
    );
  };
  return {
    id,
    item: (status) => ({
      id,
      type: 'image_generation_call',
      status,
      ...(status === 'completed' && { ...facts, action: 'generate', result: draw(1) }),
    }),
    previews: () =>
      PREVIEW_BLOCKS_PX.slice(0, count).map((blockPx, index) => ({
        ...facts,
        partial_image_index: index,
        partial_image_b64: draw(blockPx),
      })),
  };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
