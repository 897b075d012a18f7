import type { WireModels } from '../types.js';
import { modelOf } from '../read-models.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import { encodeId } from '../../internal/encode-id.js';

const PATH = '/v1beta/models?pageSize=1000';

/** `GET /v1beta/models`, in pages. The list does not say whether a model has vision. */
export const geminiModels: WireModels = {
  path: PATH,
  headers: {},
  read(answer) {
    const { models, nextPageToken } = asRecord(answer) ?? {};
    if (!Array.isArray(models)) return undefined;
    const token = asText(nextPageToken);
    return {
      models: models.flatMap((entry: unknown) => {
        const { name, supportedGenerationMethods: methods } = asRecord(entry) ?? {};
        const answers = !Array.isArray(methods) || asList(methods).includes('generateContent');
        return answers ? modelOf(asText(name).replace(/^models\//, ''), entry) : [];
      }),
      ...(token !== '' && { nextPath: `${PATH}&pageToken=${encodeId(token)}` }),
    };
  },
};
