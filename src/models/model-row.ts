import type { ModelImageRules } from './types.js';

/** One row of a provider's table: the models it covers, and their rules. */
export interface ModelRow {
  /** Known ids, lower case, without dates and `-latest`. Listed in the playground's menu. */
  ids?: readonly string[];
  /** Ids that are recognised but not offered in menus: the provider has shut them down, or will soon. */
  retired?: readonly string[];
  /**
   * Prefixes of longer ids that no row lists. A prefix ends at the end of the id or at a hyphen, unless it
   * ends with `-` or `.` itself. The longest match wins.
   */
  prefixes?: readonly string[];
  rules: ModelImageRules;
}

/** Returns a row for models whose own rule is not published, counted like a related model. */
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

/**
 * Returns a row for models that read text only. They keep a related model's sizes, so that an image is ready
 * when the user switches models.
 */
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

/** Marks a row as a guess, which is reported but blocks nothing. */
export function guessed(row: ModelRow): ModelRow {
  return { ...row, rules: { ...row.rules, isGuessed: true } };
}
