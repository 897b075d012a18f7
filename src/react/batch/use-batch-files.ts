import { useCallback, useEffect, useRef, useState } from 'react';
import { createBatchFiles } from '../../batch/create-batch-files.js';
import type { BatchFile } from '../../batch/types.js';
import { KitError } from '../../errors.js';
import { abortedError } from '../../internal/abort.js';
import { imageRequests } from '../../batch/image-requests.js';
import type { BatchImage, BatchImageProblem } from '../../batch/image-types.js';
import type { UseBatchOptions } from './batch-types.js';
import { useHeldPipeline } from '../use-held-pipeline.js';
import { useLatest } from '../use-latest.js';

export interface BatchWriting {
  status: 'none' | 'writing' | 'written';
  /** Number of images processed. */
  count: number;
  files: readonly BatchFile[];
  problems: readonly BatchImageProblem[];
  error?: KitError;
}

const NOTHING: BatchWriting = { status: 'none', count: 0, files: [], problems: [] };

/** Resizes images to fit, one after the other, and writes them into files with the question. */
export function useBatchFiles(options: UseBatchOptions): {
  writing: BatchWriting;
  write: (images: readonly BatchImage[], question: string) => Promise<void>;
  stop: () => void;
} {
  const pipeline = useHeldPipeline(options.pipeline ? { pipeline: options.pipeline } : {});
  const latest = useLatest({ ...options, pipeline });
  const [writing, setWriting] = useState(NOTHING);
  const running = useRef<AbortController>(undefined);

  const stop = useCallback(() => {
    running.current?.abort(abortedError());
    running.current = undefined;
    setWriting(NOTHING);
  }, []);
  useEffect(() => () => running.current?.abort(abortedError()), []);

  const write = useCallback(
    async (images: readonly BatchImage[], question: string) => {
      running.current?.abort(abortedError());
      const controller = new AbortController();
      running.current = controller;
      const problems: BatchImageProblem[] = [];
      const show = (changes: Partial<BatchWriting>): void => {
        if (running.current === controller) setWriting((before) => ({ ...before, ...changes }));
      };
      setWriting({ ...NOTHING, status: 'writing' });
      try {
        const files = await writeFiles(images, question, latest.current, {
          signal: controller.signal,
          problems,
          onCount: (count) => show({ count }),
        });
        show({ status: 'written', files, problems });
      } catch (error) {
        if (!KitError.is(error)) throw error;
        show({ ...NOTHING, error });
      }
    },
    [latest],
  );
  return { writing, write, stop };
}

interface WritingRun {
  signal: AbortSignal;
  problems: BatchImageProblem[];
  onCount: (count: number) => void;
}

async function writeFiles(
  images: readonly BatchImage[],
  question: string,
  options: UseBatchOptions & { pipeline: ReturnType<typeof useHeldPipeline> },
  { signal, problems, onCount }: WritingRun,
): Promise<readonly BatchFile[]> {
  const { connection, pipeline, prepare, detail = 'auto', system, responseSchema } = options;
  const { wire, model, rules } = connection;
  let count = 0;
  const requests = imageRequests(images, {
    question,
    system,
    signal,
    prepare: (file) =>
      pipeline.prepare(file, { ...prepare, model, detail, signal, ...(rules && { rules }) }),
    onLooked({ name }, error) {
      count += 1;
      if (error) problems.push({ name, error });
      onCount(count);
    },
  });
  const { stream: _stream, ...wireOptions } = connection.options ?? {};
  const { files, rejections } = await createBatchFiles(requests, {
    wire,
    model,
    signal,
    options: wireOptions,
    ...(responseSchema && { responseSchema }),
  });
  problems.push(...rejections.map(({ customId, error }) => ({ name: customId, error })));
  return files;
}
