import type { Size } from './types.js';

export type Thickness = 'fine' | 'medium' | 'bold';

export const thicknesses: readonly Thickness[] = ['fine', 'medium', 'bold'];

/** Of the longer side. */
const strokeShares: Record<Thickness, number> = { fine: 0.003, medium: 0.006, bold: 0.012 };
const minStrokePx: Record<Thickness, number> = { fine: 2, medium: 3, bold: 5 };

/** Strokes grow with the image: a model sees it made smaller. */
export function strokePxFor({ width, height }: Size, thickness: Thickness): number {
  return Math.max(
    minStrokePx[thickness],
    Math.round(Math.max(width, height) * strokeShares[thickness]),
  );
}

/** Letters that are still legible when an image of 4000 px is shown at 1500. */
export function textPxFor(size: Size, thickness: Thickness): number {
  return Math.max(12, strokePxFor(size, thickness) * 7);
}

/** Half of the round label with a box's number, px. */
export function labelRadiusPx(strokePx: number): number {
  return Math.max(8, strokePx * 3.5);
}
