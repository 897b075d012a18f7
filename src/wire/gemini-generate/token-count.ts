import { jsonBlob } from '../../internal/json-blob.js';
import type { WireTokenCount } from '../types.js';
import { asCount, asRecord } from '../../internal/read-value.js';
import { neutral } from '../neutral.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import type { WireWarning } from '../types.js';
import { modelName, modelPath, writeInput } from './build-request.js';

/** Counts the whole request with `:countTokens`, so that system text and added fields are counted too. */
export const geminiTokenCount: WireTokenCount = {
  async buildRequest(messages, options) {
    const { model, quirks, extraBody, signal } = options;
    const warnings: WireWarning[] = [];
    const counted = {
      model: modelName(model),
      ...writeInput(
        await withTextFiles(await withTrueLabels(neutral(messages))),
        options,
        warnings,
      ),
      ...extraBody,
    };
    return {
      path:
        quirks?.path?.replace(/:\w+(?:\?.*)?$/, ':countTokens') ?? modelPath(model, 'countTokens'),
      headers: { 'content-type': 'application/json' },
      body: await jsonBlob({ generateContentRequest: counted }, signal),
      warnings,
    };
  },
  read: (answer) => asCount(asRecord(answer)?.['totalTokens']),
};
