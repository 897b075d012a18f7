import type { Size } from './types.js';

export type Thickness = 'fine' | 'medium' | 'bold';

export const thicknesses: readonly Thickness[] = ['fine', 'medium', 'bold'];

/** Shares of the longer side. */
const strokeShares: Record<Thickness, number> = { fine: 0.003, medium: 0.006, bold: 0.012 };
const minStrokePx: Record<Thickness, number> = { fine: 2, medium: 3, bold: 5 };

/** Returns a stroke width that grows with the image, since a model sees a reduced copy. */
export function strokePxFor({ width, height }: Size, thickness: Thickness): number {
  return Math.max(
    minStrokePx[thickness],
    Math.round(Math.max(width, height) * strokeShares[thickness]),
  );
}

/** Returns a text size that is legible when an image of 4000 px is displayed at 1500. */
export function textPxFor(size: Size, thickness: Thickness): number {
  return Math.max(12, strokePxFor(size, thickness) * 7);
}

/** Returns the radius of the round label with a box's number, in px. */
export function labelRadiusPx(strokePx: number): number {
  return Math.max(8, strokePx * 3.5);
}
