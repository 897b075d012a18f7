import type { WireModels } from '../types.js';
import { readModelList } from '../read-models.js';
import { asRecord, asText } from '../../internal/read-value.js';
import { anthropicHeaders } from './headers.js';
import { encodeId } from '../../internal/encode-id.js';

const PATH = '/v1/models?limit=1000';

/** `GET /v1/models`, in pages, with `capabilities.image_input` of each model. */
export const anthropicModels: WireModels = {
  path: PATH,
  headers: anthropicHeaders,
  read(answer) {
    const page = readModelList(answer);
    const { has_more: hasMore, last_id: lastId } = asRecord(answer) ?? {};
    if (page === undefined || hasMore !== true || asText(lastId) === '') return page;
    return { ...page, nextPath: `${PATH}&after_id=${encodeId(asText(lastId))}` };
  },
};
