import type { Scenario } from './measure/scenario.ts';
import { decodeSize } from './scenarios/decode-size.ts';
import { manyPhotos } from './scenarios/many-photos.ts';
import { memory } from './scenarios/memory.ts';
import { sharpness } from './scenarios/sharpness.ts';
import { singlePhotoScenarios } from './scenarios/single-photo.ts';

/** In the order they are run and reported. */
export const scenarios: readonly Scenario[] = [
  ...singlePhotoScenarios,
  manyPhotos,
  sharpness,
  decodeSize,
  memory,
];
