import type { ImageDetail, ModelImageRules } from './types.js';

/**
 * Returns the detail that the kit sends, which is always explicit. `auto` becomes `high` if the provider
 * would use the full size, to avoid accidental costs; a detail that the model lacks becomes `high` too.
 */
export function chooseDetail(
  rules: ModelImageRules,
  detail: ImageDetail,
): 'low' | 'high' | 'original' {
  const chosen = detail === 'auto' ? rules.autoDetail : detail;
  if (detail === 'auto' && chosen === 'original') return 'high';
  return rules.sizing[chosen] ? chosen : 'high';
}
