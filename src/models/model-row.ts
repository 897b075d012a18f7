import type { ModelImageRules } from './types.js';

/** One line of a provider's table: the models it is for, and their rules. */
export interface ModelRow {
  /** Known ids, lower case, without dates and `-latest`. The playground's menu shows them. */
  ids?: readonly string[];
  /** Ids that are found as well, but are offered in no menu: the provider has shut them down, or will soon. */
  retired?: readonly string[];
  /**
   * Longer ids that begin so, when no row knows them by name. A prefix ends at the end of the id or at a hyphen, unless
   * it brings its own last `-` or `.`. The longest one wins.
   */
  prefixes?: readonly string[];
  rules: ModelImageRules;
}

/** Models whose own rule is not published, counted like a relative of theirs. */
export function estimatedLike(
  relative: ModelImageRules,
  models: Omit<ModelRow, 'rules'>,
): ModelRow {
  return {
    ...models,
    rules: {
      ...relative,
      estimated: true,
      warning: `No image rule is published for this model. Sizes and tokens are taken from ${relative.family} and may differ.`,
    },
  };
}

/** Models that read text only. They keep a relative's sizes, so that an image is ready when the model is switched. */
export function withoutVision(
  relative: ModelImageRules,
  models: Omit<ModelRow, 'rules'>,
): ModelRow {
  return {
    ...models,
    rules: {
      ...relative,
      family: `${relative.provider}-text`,
      vision: false,
      estimated: true,
      warning: 'This model reads text only. Choose a model that can see before sending images.',
    },
  };
}

/** Marks a row as a guess, which is told and stops nothing. */
export function guessed(row: ModelRow): ModelRow {
  return { ...row, rules: { ...row.rules, isGuessed: true } };
}
