/** Anthropic's checks of one image, and of all images of a request together. */
import { decodeBase64 } from '../core/base64.js';
import type { ReceivedImage } from '../core/conversation.js';
import { isObject, textOf, type JsonObject } from '../core/json.js';
import { isPrivateHost, readImageBytes, receivedBytes } from '../core/receive-image.js';
import type { DemoStore } from '../core/store.js';
import { invalid, notFound } from './anthropic-errors.js';

const MAX_BASE64_BYTES = 10_485_760;
const MAX_SIDE_PX = 8000;
const MANY_IMAGES_ABOVE = 20;
const MANY_IMAGES_SIDE_PX = 2000;
const mediaTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
]);

/** An image with its location in the request, such as `messages.0.content.1`. */
export interface PlacedImage {
  at: string;
  image: ReceivedImage;
}

export async function readImageBlock(
  block: JsonObject,
  at: string,
  model: string,
  store: DemoStore,
): Promise<ReceivedImage> {
  const source = block['source'];
  const sourceAt = `${at}.image.source`;
  if (!isObject(source)) throw invalid(sourceAt, 'Field required');
  switch (source['type']) {
    case 'base64': {
      const image = await readBase64(source, `${sourceAt}.base64`, model);
      refuseDownsizing(block, at, image);
      return image;
    }
    case 'url':
      return readUrl(source, `${sourceAt}.url`);
    case 'file':
      return readFile(source, `${sourceAt}.file`, model, store);
    default:
      throw invalid(
        sourceAt,
        `Input tag '${textOf(source['type']) ?? ''}' found using 'type' does not match any of the expected tags: ` +
          "'base64', 'file', 'url'",
      );
  }
}

async function readBase64(source: JsonObject, at: string, model: string): Promise<ReceivedImage> {
  const mediaType = textOf(source['media_type']);
  const data = textOf(source['data']);
  if (mediaType === undefined || !mediaTypes.has(mediaType)) {
    throw invalid(
      `${at}.media_type`,
      "Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'",
    );
  }
  if (data === undefined) throw invalid(`${at}.data`, 'Field required');
  if (data === '') throw invalid(at, 'image cannot be empty');
  if (data.length > MAX_BASE64_BYTES) {
    throw invalid(
      at,
      `image exceeds 10 MB maximum: ${data.length} bytes > ${MAX_BASE64_BYTES} bytes`,
    );
  }
  const bytes = decodeBase64(data);
  if (!bytes) throw invalid(`${at}.data`, 'Invalid base64 data');
  return readBytes(bytes, `${at}.data`, model, 'bytes', mediaType);
}

async function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  at: string,
  model: string,
  via: 'bytes' | 'file',
  claimed?: string,
): Promise<ReceivedImage> {
  const { info } = await readImageBytes(bytes);
  if (!info || !mediaTypes.has(info.mediaType)) throw invalid('', 'Could not process image');
  if (claimed !== undefined && claimed !== info.mediaType) {
    throw invalid(
      at,
      `The image was specified using the ${claimed} media type, but the image appears to be a ${info.mediaType} image`,
    );
  }
  return receivedBytes(bytes, info, model, 'auto', via);
}

function readUrl(source: JsonObject, at: string): ReceivedImage {
  const url = textOf(source['url']);
  if (url === undefined) throw invalid(`${at}.url`, 'Field required');
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) {
    throw invalid(`${at}.url`, 'Only HTTPS URLs are supported.');
  }
  if (isPrivateHost(new URL(url).hostname)) {
    throw invalid('', 'Unable to download the file. Please verify the URL and try again.');
  }
  return { via: 'link', detail: 'auto', link: url };
}

async function readFile(
  source: JsonObject,
  at: string,
  model: string,
  store: DemoStore,
): Promise<ReceivedImage> {
  const id = textOf(source['file_id']);
  if (id === undefined) throw invalid(`${at}.file_id`, 'Field required');
  const file = store.files.get(id);
  if (!file) throw notFound(`File not found: ${id}`);
  return readBytes(file.bytes, at, model, 'file');
}

/** `transformations.oversized_image: "error"` requests an error instead of downsizing. */
function refuseDownsizing(block: JsonObject, at: string, { info, count }: ReceivedImage): void {
  const transformations = block['transformations'];
  if (!isObject(transformations) || transformations['oversized_image'] !== 'error') return;
  if (!info || !count || (count.width >= info.width && count.height >= info.height)) return;
  const longest = Math.max(count.width, count.height);
  throw invalid(
    at,
    `The image is ${info.width}x${info.height} pixels and would be downsized; the largest that fits is ${count.width}x${count.height} pixels`,
    tooLargeDetails(longest, [at]),
  );
}

/** @throws Refusal if a side is too long; above 20 images, including the history, a stricter limit applies */
export function refuseLongSides(images: readonly PlacedImage[]): void {
  const areMany = images.length > MANY_IMAGES_ABOVE;
  const limit = areMany ? MANY_IMAGES_SIDE_PX : MAX_SIDE_PX;
  const tooLong = images.filter(
    ({ image: { info } }) => info && Math.max(info.width, info.height) > limit,
  );
  const first = tooLong[0];
  if (!first) return;
  const kind = areMany ? ' for many-image requests' : '';
  throw invalid(
    `${first.at}.image.source.base64.data`,
    `At least one of the image dimensions exceed max allowed size${kind}: ${limit} pixels`,
    tooLargeDetails(
      limit,
      tooLong.map(({ at }) => at),
    ),
  );
}

function tooLargeDetails(limitPx: number, paths: string[]): unknown {
  return { error_code: 'image_dimensions_too_large', max_side_length_pixels: limitPx, paths };
}
