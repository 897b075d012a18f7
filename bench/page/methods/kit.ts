import { findRules } from '../../../src/models/find-rules.ts';
import type { ModelImageRules } from '../../../src/models/types.ts';
import { createPipeline } from '../../../src/pipeline/create-pipeline.ts';
import type { Method } from '../method.ts';

const pipeline = createPipeline();

/** Rules that leave the size to the job, as the peers have no notion of a model. */
const anySize: ModelImageRules = {
  ...findRules('gpt-4o'),
  sizing: {
    low: { kind: 'flat', fitPx: 16_384, tokens: 0 },
    high: { kind: 'flat', fitPx: 16_384, tokens: 0 },
  },
  limits: {},
};

/** This kit, as an app calls it: headers read, plan made, workers of its own. */
export const kit: Method = {
  name: 'image-chat-kit',
  inFlight: 20,
  async shrink(photo, { maxSidePx, mediaType, quality }) {
    const prepared = await pipeline.prepare(photo, {
      rules: anySize,
      maxSidePx,
      outputMediaType: mediaType,
      quality,
    });
    return prepared.blob;
  },
};
