import { findRules } from '../models/find-rules.js';
import { findImages } from './find-image.js';
import {
  clip,
  inPixels,
  isInMargin,
  mapShape,
  seenSize,
  toFractions,
  toOriginal,
} from './place-region.js';
import { readJsonRegions } from './read-json-regions.js';
import { readTagRegions } from './read-tag-regions.js';
import { meaningOf, textFacts } from './region-form.js';
import type {
  ImageRegion,
  ReadRegionsOptions,
  RegionImage,
  RegionProblem,
  RegionReading,
  StatedRegion,
} from './types.js';

/** Maximum number of regions read from an answer. Nobody could make use of more. */
const MAX_REGIONS = 1000;

/**
 * Reads the places in images that an answer points out: boxes, points and polygons, in any form that models
 * write. They come as JSON, in a code block or between sentences, in a tool's result, or as tags and tokens. Also
 * reads an answer that is still streaming: what is complete is returned.
 *
 * What the numbers mean is taken from the model's rules: their order, and whether they are pixels of the image as
 * the model sees it or parts of its sides. If the model is unknown, the names of the fields decide.
 */
export function readRegions(text: string, options: ReadRegionsOptions): RegionReading {
  const { model, images, form } = options;
  const rules = options.rules ?? (model === undefined ? undefined : findRules(model));
  const json = readJsonRegions(text);
  const stated = [...readTagRegions(text), ...json.regions]
    .filter(({ points }) => points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
    .toSorted((one, other) => one.range.start - other.range.start)
    .slice(0, MAX_REGIONS);
  const facts = textFacts(stated);
  const indexes = findImages(stated, images, text);
  const regions: ImageRegion[] = [];
  const problems: RegionProblem[] = [];

  for (const [at, one] of stated.entries()) {
    const imageIndex = indexes[at] ?? 0;
    const image = images[imageIndex];
    if (!image) {
      problems.push(problem('image-gone', one, imageIndex));
      continue;
    }
    const seen = seenSize(image, rules);
    const meaning =
      (one.scale === undefined && form) ||
      meaningOf(one, facts, rules?.regions, seen && Math.max(seen.width, seen.height));
    const { order, scale } = meaning;
    const side = scale === 'px' ? seen : { width: scale, height: scale };
    if (side) regions.push(placed(one, image, imageIndex, toFractions(one, side, order)));
    else problems.push(problem('size-unknown', one, imageIndex));
  }
  return {
    regions,
    problems,
    isUnfinished: json.isUnfinished || /<[\w|/][^<>]*$/.test(text.slice(-4000)),
  };
}

function placed(
  { kind, label, range }: StatedRegion,
  image: RegionImage,
  imageIndex: number,
  points: ReturnType<typeof toFractions>,
): ImageRegion {
  const { id, width, height, madeFrom } = image;
  const { shape, isOutside } = clip(kind, points);
  const sent = width && height ? { width, height } : undefined;
  const sentPx = sent && inPixels(shape, sent);
  return {
    imageIndex,
    ...(id !== undefined && { imageId: id }),
    label,
    shape,
    ...(sentPx && { sentPx }),
    ...(sent &&
      sentPx &&
      madeFrom && { originalPx: mapShape(sentPx, (point) => toOriginal(point, sent, madeFrom)) }),
    isOutside: isOutside || (sent && madeFrom ? isInMargin(shape, sent, madeFrom) : false),
    range,
  };
}

function problem(
  code: RegionProblem['code'],
  { label, range }: StatedRegion,
  imageIndex: number,
): RegionProblem {
  const imageNumber = imageIndex + 1;
  const what = label === '' ? 'a place' : `“${label}”`;
  const message =
    code === 'image-gone'
      ? `The answer marks ${what} in image ${imageNumber}, which is not in the chat.`
      : `The answer marks ${what} in pixels of image ${imageNumber}, whose size is not known.`;
  return { code, message, label, imageNumber, range };
}
