import type { WireModels } from '../types.js';
import { ollamaShow } from '../ollama-show.js';
import { modelOf } from '../read-models.js';
import { asRecord, asText } from '../../internal/read-value.js';

/** `GET /api/tags`; each model says whether it has vision. */
export const ollamaModels: WireModels = {
  path: '/api/tags',
  headers: {},
  read(answer) {
    const models = asRecord(answer)?.['models'];
    if (!Array.isArray(models)) return undefined;
    return {
      models: models.flatMap((entry: unknown) => {
        const { model, name } = asRecord(entry) ?? {};
        return modelOf(asText(model) || asText(name), entry);
      }),
    };
  },
  hints: [ollamaShow],
};
