/** Writes regions as files: a drawing that lies over the image, and plain data. */
import type { Size } from '../formats/types.js';
import type { ImageRegion, RegionShape } from './types.js';

/** Where positions are counted: in the image as it was sent, or in its original. */
export type RegionSpace = 'sent' | 'original';

export interface RegionsToSvgOptions {
  /** @defaultValue 'original' */
  space?: RegionSpace;
  /** CSS colour of the lines. @defaultValue '#ff2d75' */
  colour?: string;
}

/**
 * Returns an SVG drawing of regions, as large as the image, so that it fits over it. Regions whose position in
 * that space is unknown are left out.
 *
 * @param size of the image in that space, px
 */
export function regionsToSvg(
  regions: readonly ImageRegion[],
  size: Size,
  { space = 'original', colour = '#ff2d75' }: RegionsToSvgOptions = {},
): string {
  const linePx = Math.max(1, Math.round(Math.max(size.width, size.height) / 400));
  const drawn = regions.flatMap((region) => {
    const shape = shapeIn(region, space);
    return shape ? [`  <g>${titleOf(region)}${elementOf(shape, linePx)}</g>`] : [];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" fill="none" stroke="${escaped(colour)}" stroke-width="${linePx}">`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** Returns regions as JSON, in whole pixels where the image's size is known, otherwise in fractions of it. */
export function regionsToJson(
  regions: readonly ImageRegion[],
  { space = 'original' }: Pick<RegionsToSvgOptions, 'space'> = {},
): string {
  const plain = regions.map((region) => {
    const shape = shapeIn(region, space);
    const { kind, ...position } = shape ? rounded(shape, 0) : rounded(region.shape, 4);
    return {
      image: region.imageIndex + 1,
      label: region.label,
      kind,
      unit: shape ? 'px' : 'fraction',
      ...position,
      ...(region.isOutside && { isOutside: true }),
    };
  });
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function shapeIn({ sentPx, originalPx }: ImageRegion, space: RegionSpace): RegionShape | undefined {
  return space === 'original' ? (originalPx ?? sentPx) : sentPx;
}

function titleOf({ label }: ImageRegion): string {
  return label === '' ? '' : `<title>${escaped(label)}</title>`;
}

function elementOf(shape: RegionShape, linePx: number): string {
  const whole = rounded(shape, 1);
  switch (whole.kind) {
    case 'point':
      return `<circle cx="${whole.x}" cy="${whole.y}" r="${4 * linePx}"/>`;
    case 'polygon':
      return `<polygon points="${whole.points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`;
    default:
      return `<rect x="${whole.x}" y="${whole.y}" width="${whole.width}" height="${whole.height}"/>`;
  }
}

function rounded(shape: RegionShape, digits: number): RegionShape {
  const round = (value: number): number => Number(value.toFixed(digits));
  switch (shape.kind) {
    case 'point':
      return { ...shape, x: round(shape.x), y: round(shape.y) };
    case 'polygon':
      return { ...shape, points: shape.points.map(({ x, y }) => ({ x: round(x), y: round(y) })) };
    default:
      return {
        ...shape,
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
      };
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
