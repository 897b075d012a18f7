import type { Size } from '../../../src/formats/types.js';
import type { Resampler } from '../../../src/pipeline/filter/index.js';

export interface ResampleRequest {
  pixels: Uint8ClampedArray;
  from: Size;
  to: Size;
  hasAlpha: boolean;
}

export interface ResampleReply {
  kind: Resampler['kind'];
  pixels: Uint8ClampedArray;
}
