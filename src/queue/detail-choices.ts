import type { Size } from '../formats/types.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { FittedImage } from '../models/count-image-tokens.js';
import type { ImageDetail, ModelImageRules } from '../models/types.js';
import { shareTokens } from './share-tokens.js';
import { planResize } from '../pipeline/plan-resize.js';
import { type SharingImage, wantedTokens } from './token-shares.js';
import type { PrepareOptions } from '../pipeline/types.js';
import type { QueueItem } from './types.js';

/** The result of a detail for an image, known before any of the work is done. */
export interface DetailChoice extends Size {
  detail: ImageDetail;
  /** The detail that is sent: never `auto`, and never one that the model does not have. */
  sentAs: ImageDetail;
  tokens: number;
}

const DETAILS: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/** The properties of a queued image that its choices depend on. */
export interface ChoosableImage {
  id: string;
  info?: QueueItem['info'] | undefined;
  prepared?: QueueItem['prepared'] | undefined;
  limits?: QueueItem['limits'] | undefined;
  link?: QueueItem['link'] | undefined;
}

/**
 * Returns the details that a model offers for an image, with size and price; empty until the file's header is
 * read. With `all`, they are those of a message whose images all have that detail, which matters if they
 * share a budget.
 */
export type DetailChoices = (
  image: ChoosableImage,
  chosenFor?: 'this' | 'all',
) => readonly DetailChoice[];

export interface DetailChoicesOptions {
  rules: ModelImageRules;
  prepare?: PrepareOptions;
  /** Budget of all images together. @defaultValue no limit */
  maxTotalTokens?: number | undefined;
  /** The images that share the budget, in order. */
  images?: readonly SharingImage[];
}

export function createDetailChoices(options: DetailChoicesOptions): DetailChoices {
  const { rules, prepare = {}, maxTotalTokens, images = [] } = options;
  const details = DETAILS.filter((detail) => detail !== 'original' || rules.sizing.original);
  const wanted = new Map<string, number>();

  function wants(image: SharingImage, detail: ImageDetail): number {
    const key = `${detail} ${image.id}`;
    const known = wanted.get(key);
    if (known !== undefined) return known;
    const tokens = wantedTokens({ ...image, detail }, { ...prepare, rules });
    wanted.set(key, tokens);
    return tokens;
  }

  /** Returns the tokens that the queue would allow the image with this detail. */
  function shareOf(id: string, detail: ImageDetail, isForAll: boolean): number | undefined {
    const place = images.findIndex((image) => image.id === id);
    if (maxTotalTokens === undefined || place < 0) return prepare.maxTokens;
    const all = images.map((one) => wants(one, isForAll || one.id === id ? detail : one.detail));
    return shareTokens(all, maxTotalTokens)[place];
  }

  return ({ id, info, prepared, limits, link }, chosenFor = 'this') => {
    if (link) return linkChoices(link, rules, details);
    const source = info ?? prepared?.source;
    if (!source) return [];
    return details.map((detail) => {
      const maxTokens = shareOf(id, detail, chosenFor === 'all');
      const plan = planResize(source, rules, {
        ...prepare,
        ...limits,
        ...(maxTokens !== undefined && { maxTokens }),
        detail,
      });
      const { width, height, tokens } = plan;
      return { detail, sentAs: plan.detail, width, height, tokens };
    });
  };
}

/** A link is not processed: its details and prices are the provider's own. */
function linkChoices(
  { widthPx, heightPx }: NonNullable<QueueItem['link']>,
  rules: ModelImageRules,
  offered: readonly ImageDetail[],
): readonly DetailChoice[] {
  if (widthPx === undefined || heightPx === undefined) return [];
  return offered.map((detail) => {
    const { width, height, tokens } = fitForModel(
      { width: widthPx, height: heightPx },
      rules,
      detail,
    );
    return { detail, sentAs: detail, width, height, tokens };
  });
}

interface SentImage {
  width?: number | undefined;
  height?: number | undefined;
  detail?: ImageDetail | undefined;
}

/**
 * Returns what a model sees of a sent image, including the tiles it is cut into, or `undefined` if the
 * image's size is unknown.
 */
export function modelView(
  { width, height, detail }: SentImage,
  rules: ModelImageRules,
): FittedImage | undefined {
  if (!rules.vision || width === undefined || height === undefined) return undefined;
  return fitForModel({ width, height }, rules, detail);
}
