import { carefulRules } from './careful-rules.js';
import { deepseekFacts } from './family-facts.js';
import type { ModelRow } from './model-row.js';

/** Models of other providers whose token rule is published. Related models are recognised by family. */
export const compatibleRows: readonly ModelRow[] = [
  {
    ids: ['deepseek-flash'],
    prefixes: ['deepseek-flash', 'deepseek-v4-flash-vision', 'deepseek-v4.1-flash'],
    rules: {
      ...carefulRules,
      family: 'deepseek',
      provider: 'deepseek',
      estimated: false,
      ...deepseekFacts,
      warning: 'An image costs at most 1,024 tokens here; small ones cost less.',
    },
  },
];
