import type { Size } from '../formats/types.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { FittedImage } from '../models/count-image-tokens.js';
import type { ImageDetail, ModelImageRules } from '../models/types.js';
import { shareTokens } from './share-tokens.js';
import { planResize } from '../pipeline/plan-resize.js';
import { type SharingPicture, wantedTokens } from './token-shares.js';
import type { PrepareOptions } from '../pipeline/types.js';
import type { QueueItem } from './types.js';

/** What a detail would make of an image, known before any of the work is done. */
export interface DetailChoice extends Size {
  detail: ImageDetail;
  /** What is sent for it: never `auto`, and never what the model lacks. */
  sentAs: ImageDetail;
  tokens: number;
}

const DETAILS: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/** What of a queued image its choices depend on. */
export interface ChoosablePicture {
  id: string;
  info?: QueueItem['info'] | undefined;
  prepared?: QueueItem['prepared'] | undefined;
  limits?: QueueItem['limits'] | undefined;
  link?: QueueItem['link'] | undefined;
}

/**
 * The choices a model has for an image, with the size and the price of each; none before the file's header was read. With
 * `all` they are those of a message whose images all have that detail, which matters where they share a budget.
 */
export type DetailChoices = (
  picture: ChoosablePicture,
  chosenFor?: 'this' | 'all',
) => readonly DetailChoice[];

export interface DetailChoicesOptions {
  rules: ModelImageRules;
  prepare?: PrepareOptions;
  /** Of all images together. @defaultValue no limit */
  maxTotalTokens?: number | undefined;
  /** Those that share it, in order. */
  pictures?: readonly SharingPicture[];
}

export function createDetailChoices(options: DetailChoicesOptions): DetailChoices {
  const { rules, prepare = {}, maxTotalTokens, pictures = [] } = options;
  const details = DETAILS.filter((detail) => detail !== 'original' || rules.sizing.original);
  const wanted = new Map<string, number>();

  function wants(picture: SharingPicture, detail: ImageDetail): number {
    const key = `${detail} ${picture.id}`;
    const known = wanted.get(key);
    if (known !== undefined) return known;
    const tokens = wantedTokens({ ...picture, detail }, { ...prepare, rules });
    wanted.set(key, tokens);
    return tokens;
  }

  /** What the queue would let the image cost with this detail. */
  function shareOf(id: string, detail: ImageDetail, isForAll: boolean): number | undefined {
    const place = pictures.findIndex((picture) => picture.id === id);
    if (maxTotalTokens === undefined || place < 0) return prepare.maxTokens;
    const all = pictures.map((one) => wants(one, isForAll || one.id === id ? detail : one.detail));
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

/** Nothing is made of a link: its details and their prices are the provider's own. */
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

interface SentPicture {
  width?: number | undefined;
  height?: number | undefined;
  detail?: ImageDetail | undefined;
}

/** What a model is shown of an image that was sent, with the squares it is cut into. Nothing where its size is unknown. */
export function modelView(
  { width, height, detail }: SentPicture,
  rules: ModelImageRules,
): FittedImage | undefined {
  if (!rules.vision || width === undefined || height === undefined) return undefined;
  return fitForModel({ width, height }, rules, detail);
}
