import { jsonBlob } from '../../internal/json-blob.js';
import { besidePath, pickFields } from '../count-tokens.js';
import type { WireTokenCount } from '../types.js';
import { asCount, asRecord } from '../../internal/read-value.js';
import { neutral } from '../neutral.js';
import { withTextFiles } from '../with-text-files.js';
import { withTrueLabels } from '../true-label.js';
import type { WireWarning } from '../types.js';
import { writeInput } from './build-request.js';
import { anthropicHeaders } from './headers.js';

/** Fields of the answer's request that the count accepts too. Anthropic's package, November 2026. */
const COUNTED_FIELDS = [
  'cache_control',
  'output_config',
  'speed',
  'system',
  'thinking',
  'tool_choice',
  'tools',
];

/** `POST /v1/messages/count_tokens`. It does not check the sizes of images. */
export const anthropicTokenCount: WireTokenCount = {
  async buildRequest(messages, options) {
    const { model, quirks = {}, extraBody, signal } = options;
    const warnings: WireWarning[] = [];
    const body = {
      model,
      ...writeInput(await withTextFiles(await withTrueLabels(neutral(messages))), quirks, warnings),
      ...pickFields(extraBody, COUNTED_FIELDS),
    };
    return {
      path: besidePath(options, '/v1/messages', 'count_tokens'),
      headers: { 'content-type': 'application/json', ...anthropicHeaders },
      body: await jsonBlob(body, signal),
      warnings,
    };
  },
  read: (answer) => asCount(asRecord(answer)?.['input_tokens']),
};
