import type { ImageDetail, ModelImageRules } from './types.js';

/**
 * The detail the kit sends, always an explicit one. `auto` becomes `high` where the provider would look at the full
 * size, so that nobody pays for it by accident; what the model lacks becomes `high` too.
 */
export function chooseDetail(
  rules: ModelImageRules,
  detail: ImageDetail,
): 'low' | 'high' | 'original' {
  const chosen = detail === 'auto' ? rules.autoDetail : detail;
  if (detail === 'auto' && chosen === 'original') return 'high';
  return rules.sizing[chosen] ? chosen : 'high';
}
