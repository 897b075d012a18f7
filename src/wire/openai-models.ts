/**
 * `GET /models`, which usually lists names and nothing else. Self-hosted servers report the rest at other addresses.
 */
import type { WireModelHint } from './types.js';
import type { WireModels } from './types.js';
import { ollamaShow } from './ollama-show.js';
import { modelOf, readModelList } from './read-models.js';
import { asList, asRecord, asText } from '../internal/read-value.js';

/** LM Studio: `{ models: [{ key, loaded_instances: [{ id }], capabilities: { vision } }] }`. */
const lmStudioModels: WireModelHint = {
  path: '/api/v1/models',
  onlyNearby: true,
  read(answer, ids) {
    const told = asList(asRecord(answer)?.['models']).flatMap((entry) => {
      const model = asRecord(entry);
      const instances = asList(model?.['loaded_instances']).map((item) => asRecord(item)?.['id']);
      return [model?.['key'], ...instances].flatMap((id) => modelOf(asText(id), entry));
    });
    return told.filter(({ id }) => ids.includes(id));
  },
};

/** llama.cpp: `{ modalities: { vision } }` of the one model that it serves. */
const llamaCppProps: WireModelHint = {
  path: '/props',
  onlyNearby: true,
  read(answer, ids) {
    const vision = asRecord(asRecord(answer)?.['modalities'])?.['vision'];
    const [id, ...others] = ids;
    return id !== undefined && others.length === 0 && typeof vision === 'boolean'
      ? [{ id, vision }]
      : [];
  },
};

export const openaiModels: WireModels = {
  path: '/models',
  headers: {},
  read: readModelList,
  hints: [lmStudioModels, llamaCppProps, { ...ollamaShow, onlyNearby: true }],
};
