/** A small drawing in the shape that was asked for, with previews that become finer. */
import { drawPng } from '../core/draw-png.js';
import { numberOf, textOf, type JsonObject } from '../core/json.js';

const LONG_EDGE_PX = 240;
const PREVIEW_BLOCKS_PX = [24, 12, 6];

export interface Drawing {
  /** Fields that the server repeats with each image. */
  facts: JsonObject;
  /** Returns the finished drawing, in base64. */
  finished: () => string;
  /** Returns the previews in order, in base64. */
  previews: () => string[];
}

export function createDrawing(given: unknown, previewCount: unknown): Drawing {
  const [, width = '1024', height = '1024'] = /^(\d+)x(\d+)$/.exec(textOf(given) ?? '') ?? [];
  const scale = LONG_EDGE_PX / Math.max(Number(width), Number(height));
  const draw = (blockPx: number): string =>
    toBase64(
      drawPng(Math.round(Number(width) * scale), Math.round(Number(height) * scale), blockPx),
    );
  const count = Math.min(PREVIEW_BLOCKS_PX.length, numberOf(previewCount) ?? 0);
  return {
    facts: {
      size: `${width}x${height}`,
      quality: 'low',
      background: 'opaque',
      output_format: 'png',
    },
    finished: () => draw(1),
    previews: () => PREVIEW_BLOCKS_PX.slice(0, count).map(draw),
  };
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
