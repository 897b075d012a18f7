/**
 * AVIF and HEIC: one container, two codecs. The codec is given by any of the brands or, if the brands only
 * name the container, by the type of the main item.
 */
import { damagedFile, truncatedFile } from './format-errors.js';
import { readItems, type HeifItems, type ItemProperty } from './heif-items.js';
import { readSequence } from './heif-sequence.js';
import { toOrientation } from './heif-turn.js';
import { readBrands, readTopLevel } from './iso-bmff.js';
import { take } from './byte-walk.js';
import { letters, uint32be } from './numbers.js';
import type {
  ByteWalk,
  ImageFormat,
  ImageInfo,
  ImageMediaType,
  ReadContext,
  Size,
} from './types.js';

const AVIF_BRANDS = new Set(['avif', 'avis']);
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const CONTAINER_BRANDS = new Set(['mif1', 'mif2', 'msf1', 'miaf']);
const SEQUENCE_BRANDS = new Set(['avis', 'msf1', 'hevc', 'hevx', 'hevm', 'hevs']);
const HEAD_BYTES = 256;

const ALPHA_KINDS = [
  'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha',
  'urn:mpeg:hevc:2015:auxid:1',
  'urn:mpeg:avc:2015:auxid:1',
];

/** Another codec is for the browser to know. */
const CODECS = new Map<string, ImageMediaType>([
  ['av01', 'image/avif'],
  ['hvc1', 'image/heic'],
  ['hev1', 'image/heic'],
]);

export const avif: ImageFormat = {
  mediaType: 'image/avif',
  matches: (head) => readBrands(head).some((brand) => AVIF_BRANDS.has(brand)),
  walk: (context) => readHeif(context, 'image/avif', 'AVIF'),
};

export const heic: ImageFormat = {
  mediaType: 'image/heic',
  matches(head) {
    const brands = readBrands(head);
    if (brands.some((brand) => AVIF_BRANDS.has(brand))) return false;
    return brands.some((brand) => HEIC_BRANDS.has(brand) || CONTAINER_BRANDS.has(brand));
  },
  walk: (context) => readHeif(context, 'image/heic', 'HEIC'),
};

function* readHeif(
  { fileBytes, checkPixels }: ReadContext,
  mediaType: ImageMediaType,
  name: string,
): ByteWalk<ImageInfo> {
  const [majorBrand = ''] = readBrands(yield* take(0, HEAD_BYTES));
  const { boxes, isTruncated } = yield* readTopLevel(fileBytes, ['meta', 'moov'], name);
  const meta = boxes.get('meta');
  const sequence = readSequence(boxes.get('moov') ?? new Uint8Array());
  // A file whose major brand is a sequence is shown as one; otherwise its tracks are additional to the image.
  if (sequence && (SEQUENCE_BRANDS.has(majorBrand) || !meta)) {
    checkPixels(sequence);
    const isAnimated = sequence.frameCount > 1;
    return { mediaType, ...sequence, orientation: 1, isAnimated, isTruncated };
  }
  if (!meta) throw isTruncated ? truncatedFile(name) : damagedFile(name, 'there is no image in it');

  const items = readItems(meta);
  const properties = items.propertiesOf(items.primaryItem);
  const codec = codecOf(items, items.primaryItem);
  const size = displayedSize(properties, name);
  checkPixels(size);
  if (codec === 'av01') checkStrictly(items, properties);
  return {
    mediaType: CODECS.get(codec ?? '') ?? mediaType,
    ...size,
    orientation: toOrientation(properties),
    hasAlpha: findAlphaItem(items) !== undefined,
    isAnimated: false,
    frameCount: 1,
    isTruncated,
  };
}

/** An image made of tiles, or overlaid on another, has the codec of its first part. */
function codecOf({ itemTypes, references }: HeifItems, item: number): string | undefined {
  let current = item;
  for (let depth = 0; depth < 4; depth++) {
    const type = itemTypes.get(current);
    if (type !== 'grid' && type !== 'iovl' && type !== 'iden' && type !== 'tmap') return type;
    const parts = references.find(({ type, fromItem }) => type === 'dimg' && fromItem === current);
    if (parts?.toItems[0] === undefined) return undefined;
    current = parts.toItems[0];
  }
  return undefined;
}

/** Returns the size of the item, or of the part of it that is displayed. */
function displayedSize(properties: readonly ItemProperty[], name: string): Size {
  const body = properties.find(({ type }) => type === 'ispe')?.body;
  const stored = { width: uint32be(body ?? EMPTY, 4), height: uint32be(body ?? EMPTY, 8) };
  if (stored.width === 0 || stored.height === 0) throw damagedFile(name, 'its size is missing');
  const aperture = properties.find(({ type }) => type === 'clap')?.body;
  return (aperture && readAperture(aperture, stored, name)) ?? stored;
}

/** Four fractions: width, height, and the offset of the centre from the centre of the whole. */
function readAperture(clap: Uint8Array, stored: Size, name: string): Size | undefined {
  const [width = 0, height = 0, right = 0, down = 0] = [0, 8, 16, 24].map(
    (at) => (uint32be(clap, at) | 0) / (uint32be(clap, at + 4) | 0),
  );
  const left = right + (stored.width - width) / 2;
  const top = down + (stored.height - height) / 2;
  // Browsers crop an AVIF only if the part starts in the top left corner.
  const isFollowed = name === 'HEIC' ? left >= 0 && top >= 0 : left === 0 && top === 0;
  const fits = left + width <= stored.width && top + height <= stored.height;
  if (!isFollowed || !fits || !(width >= 1 && height >= 1)) return undefined;
  return { width: Math.round(width), height: Math.round(height) };
}

const EMPTY = new Uint8Array();

function findAlphaItem({ references, primaryItem, propertiesOf }: HeifItems): number | undefined {
  return references.find(
    ({ type, fromItem, toItems }) =>
      type === 'auxl' &&
      toItems.includes(primaryItem) &&
      propertiesOf(fromItem).some(({ type, body }) => type === 'auxC' && isAlphaKind(body)),
  )?.fromItem;
}

function isAlphaKind(auxC: Uint8Array): boolean {
  const kind = letters(auxC.subarray(4), 0, 64);
  return ALPHA_KINDS.some((alpha) => kind === alpha || kind.startsWith(`${alpha}\0`));
}

/** Browsers are strict here and show nothing of a file that breaks these rules. */
function checkStrictly(items: HeifItems, properties: readonly ItemProperty[]): void {
  const isOptionalTurn = properties.some(
    ({ type, isEssential }) =>
      !isEssential && (type === 'irot' || type === 'imir' || type === 'clap'),
  );
  if (isOptionalTurn) throw damagedFile('AVIF', 'its orientation is ambiguous');
  const isRepeated = items.references.some(
    ({ type, toItems }) => type === 'dimg' && new Set(toItems).size < toItems.length,
  );
  if (isRepeated) throw damagedFile('AVIF', 'one of its tiles is used twice');
  const alphaItem = findAlphaItem(items);
  if (
    alphaItem !== undefined &&
    !items.propertiesOf(alphaItem).some(({ type }) => type === 'ispe')
  ) {
    throw damagedFile('AVIF', 'the size of its transparent part is missing');
  }
}
