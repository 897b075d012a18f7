import type { ImageInfo } from '../../../src/formats/types.js';
import type { Pipeline, PreparedImage, PrepareOptions } from '../../../src/pipeline/types.js';

/** One image in the pipeline, in the hands of a test. */
export interface Job {
  name: string;
  options: PrepareOptions;
  done(bytes?: string): void;
  fail(error: Error): void;
}

export interface FakePipeline extends Pipeline {
  jobs: Job[];
  /** The last job for a file. */
  job(name: string): Job;
}

export function createFakePipeline(): FakePipeline {
  const jobs: Job[] = [];
  return {
    jobs,
    job(name) {
      const found = jobs.findLast((job) => job.name === name);
      if (!found) throw new Error(`${name} is not in the pipeline.`);
      return found;
    },
    prepare: (source, options = {}) =>
      new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error));
        jobs.push({
          name: source.type,
          options,
          done: (bytes = 'prepared') => resolve(prepared(bytes, options)),
          fail: reject,
        });
      }),
    dispose() {},
  };
}

/** A file that the fake pipeline knows by its type. */
export function fileNamed(name: string): Blob {
  return new Blob([`bytes of ${name}`], { type: name });
}

export const info: ImageInfo = {
  mediaType: 'image/jpeg',
  width: 4000,
  height: 3000,
  orientation: 1,
  hasAlpha: false,
  isAnimated: false,
  isTruncated: false,
};

export function prepared(bytes: string, { detail = 'auto' }: PrepareOptions = {}): PreparedImage {
  const size = { width: 1024, height: 768 };
  return {
    ...size,
    blob: new Blob([bytes], { type: 'image/jpeg' }),
    mediaType: 'image/jpeg',
    source: info,
    sourceBytes: 1000,
    plan: {
      ...size,
      from: { width: info.width, height: info.height },
      mediaType: 'image/jpeg',
      quality: 0.85,
      detail,
      tokens: 765,
      reason: 'model-size',
    },
    detail,
    tokens: 765,
    notes: [],
    engine: 'worker',
    route: 'image-bitmap',
    timings: [],
  };
}
