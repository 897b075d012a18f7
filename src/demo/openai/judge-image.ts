/** OpenAI's checks of an image's bytes, for any endpoint. */
import { findRules } from '../../models/find-rules.js';
import type { ImageDetail, Sizing } from '../../models/types.js';
import { base64Length } from '../../internal/base64.js';
import type { ReceivedImage, ReceivedTurn } from '../core/conversation.js';
import { readImageBytes, receivedBytes } from '../core/receive-image.js';
import { badRequest } from './openai-errors.js';

export const openaiDetails: readonly ImageDetail[] = ['low', 'high', 'auto', 'original'];

/** Base64 of all images together. Measured on Chat Completions. */
const MAX_TOTAL_BYTES = 50_000_000;

export function unsupportedImage(param?: string): Error {
  return badRequest(
    'You uploaded an unsupported image. Please make sure your image has of one the following formats: ' +
      "['png', 'jpeg', 'gif', 'webp'].",
    param,
    'invalid_image_format',
  );
}

const readable: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

/**
 * Returns an image that OpenAI accepts: PNG, JPEG, WebP, or GIF without animation. Returns `undefined` for
 * any other bytes.
 *
 * @throws Refusal if it is still too large after the model's own resizing
 */
export async function receiveImage(
  bytes: Uint8Array<ArrayBuffer>,
  model: string,
  detail: ImageDetail,
  via: 'bytes' | 'file' = 'bytes',
): Promise<ReceivedImage | undefined> {
  const { info } = await readImageBytes(bytes);
  if (!info || !readable.has(info.mediaType)) return undefined;
  if (info.mediaType === 'image/gif' && info.isAnimated) return undefined;
  const image = receivedBytes(bytes, info, model, detail, via);
  refuseTooManyPatches(image, model);
  return image;
}

function refuseTooManyPatches({ info, count }: ReceivedImage, model: string): void {
  if (!info || !count) return;
  const { sizing } = findRules(model);
  const rule =
    count.detail === 'low'
      ? sizing.low
      : count.detail === 'original'
        ? sizing.original
        : sizing.high;
  const patches = countPatches(info, rule ?? sizing.high);
  if (patches === undefined || patches.count <= patches.limit) return;
  throw badRequest(
    `The image you provided requires ${patches.count} patches after processing, exceeding the limit of ${patches.limit}. ` +
      'Please resize the image and try again.',
    undefined,
    'invalid_value',
  );
}

function countPatches(
  { width, height }: { width: number; height: number },
  rule: Sizing,
): { count: number; limit: number } | undefined {
  if (
    rule.kind !== 'patch' ||
    rule.maxPatches !== undefined ||
    rule.rejectAbovePatches === undefined
  ) {
    return undefined;
  }
  const scale = Math.min(1, rule.maxSidePx / Math.max(width, height));
  const across = Math.ceil(Math.max(1, Math.round(width * scale)) / rule.patchPx);
  const down = Math.ceil(Math.max(1, Math.round(height * scale)) / rule.patchPx);
  return { count: across * down, limit: rule.rejectAbovePatches };
}

/** @throws Refusal above 50 MB of base64 */
export function refuseTooManyBytes(turns: readonly ReceivedTurn[]): void {
  const base64Bytes = turns
    .flatMap(({ images }) => images)
    .reduce((sum, { bytes }) => sum + base64Length(bytes?.length ?? 0), 0);
  if (base64Bytes <= MAX_TOTAL_BYTES) return;
  throw badRequest(
    `Total image size is ${(base64Bytes / 1_000_000).toFixed(2)}MB, which exceeds the allowed limit of 50MB.`,
    'messages',
  );
}

/** @throws Refusal for URLs that OpenAI's servers cannot reach */
export function refuseUnreachable(url: URL, isReachable: boolean): void {
  if (isReachable) return;
  throw badRequest(`Timeout while downloading ${url.href}.`, undefined, 'invalid_image_url');
}
