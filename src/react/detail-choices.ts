import type { Size } from '../formats/types.js';
import { fitForModel } from '../models/index.js';
import type { FittedImage, ImageDetail, ModelImageRules } from '../models/index.js';
import { planResize } from '../pipeline/plan-resize.js';
import type { PrepareOptions, QueueItem } from '../pipeline/index.js';

/** What a detail would make of a picture, known before any of the work is done. */
export interface DetailChoice extends Size {
  detail: ImageDetail;
  /** What is sent for it: never `auto`, and never what the model lacks. */
  sentAs: ImageDetail;
  tokens: number;
}

const DETAILS: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/** What of a queued picture its choices depend on. */
export interface ChoosablePicture {
  info?: QueueItem['info'] | undefined;
  prepared?: QueueItem['prepared'] | undefined;
  limits?: QueueItem['limits'] | undefined;
}

/** The choices a model has for a picture, with the size and the price of each. None before the file's header was read. */
export function detailChoices(
  { info, prepared, limits }: ChoosablePicture,
  rules: ModelImageRules,
  prepare: PrepareOptions = {},
): readonly DetailChoice[] {
  const source = info ?? prepared?.source;
  if (!source) return [];
  return DETAILS.filter((detail) => detail !== 'original' || rules.sizing.original).map(
    (detail) => {
      const plan = planResize(source, rules, { ...prepare, ...limits, detail });
      const { width, height, tokens } = plan;
      return { detail, sentAs: plan.detail, width, height, tokens };
    },
  );
}

interface SentPicture {
  width?: number | undefined;
  height?: number | undefined;
  detail?: ImageDetail | undefined;
}

/** What a model is shown of a picture that was sent, with the squares it is cut into. Nothing where its size is unknown. */
export function modelView(
  { width, height, detail }: SentPicture,
  rules: ModelImageRules,
): FittedImage | undefined {
  if (!rules.vision || width === undefined || height === undefined) return undefined;
  return fitForModel({ width, height }, rules, detail);
}
