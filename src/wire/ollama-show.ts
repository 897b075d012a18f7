import type { WireModelHint } from './types.js';
import { asList, asRecord } from '../internal/read-value.js';

/** `POST /api/show`: the capabilities of a model include `vision` if it has any. */
export const ollamaShow: WireModelHint = {
  path: '/api/show',
  bodyFor: (model) => ({ model }),
  read(answer, ids) {
    const capabilities = asList(asRecord(answer)?.['capabilities']);
    if (capabilities.length === 0) return [];
    return ids.map((id) => ({ id, vision: capabilities.includes('vision') }));
  },
};
