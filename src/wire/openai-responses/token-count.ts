import { jsonBlob } from '../../internal/json-blob.js';
import { besidePath, pickFields } from '../count-tokens.js';
import type { WireTokenCount } from '../types.js';
import { asCount, asRecord } from '../../internal/read-value.js';
import { neutral } from '../neutral.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import type { WireWarning } from '../types.js';
import { writeInput } from './build-request.js';

/** Fields of the answer's request that the count accepts too. OpenAI's package, November 2026. */
const COUNTED_FIELDS = [
  'conversation',
  'instructions',
  'parallel_tool_calls',
  'personality',
  'previous_response_id',
  'reasoning',
  'text',
  'tool_choice',
  'tools',
  'truncation',
];

/** `POST /responses/input_tokens`. */
export const responsesTokenCount: WireTokenCount = {
  async buildRequest(messages, options) {
    const { model, quirks = {}, extraBody, signal } = options;
    const warnings: WireWarning[] = [];
    const body = {
      model,
      input: writeInput(
        await withTextFiles(await withTrueLabels(neutral(messages))),
        quirks,
        warnings,
      ),
      ...pickFields(extraBody, COUNTED_FIELDS),
    };
    return {
      path: besidePath(options, '/responses', 'input_tokens'),
      headers: { 'content-type': 'application/json' },
      body: await jsonBlob(body, signal),
      warnings,
    };
  },
  read: (answer) => asCount(asRecord(answer)?.['input_tokens']),
};
