import type { DemoBackendOptions, DemoQuestion } from '../../../src/demo/index.js';
import { recogniseSample, type Recognised } from './recognise-sample.js';
import { writeSampleAnswer } from './write-sample-answer.js';

/** A sample that the question, or one before it, came with. */
export interface SeenSample extends Recognised {
  /** Its place among the images of its question, counted from 1. */
  number: number;
}

/** What was asked, once its images are known to be samples. */
export interface SampleQuestion {
  text: string;
  samples: readonly SeenSample[];
  /** Whether the samples came with an earlier question. */
  isFollowUp: boolean;
}

/** Answers about samples are written in advance; about anything else the demo backend says what it received. */
export function createSampleReply(
  write: (question: SampleQuestion) => string | undefined = writeSampleAnswer,
): NonNullable<DemoBackendOptions['reply']> {
  return async ({ text, images, earlierImages }: DemoQuestion) => {
    const isFollowUp = images.length === 0;
    const shown = isFollowUp ? earlierImages : images;
    const found = await Promise.all(shown.map(recogniseSample));
    const samples = found.flatMap((sample, index) =>
      sample ? [{ ...sample, number: index + 1 }] : [],
    );
    if (samples.length === 0 || samples.length < shown.length) return undefined;
    return write({ text, samples, isFollowUp });
  };
}
