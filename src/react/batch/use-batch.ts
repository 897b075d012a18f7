import { useCallback, useMemo, useRef, useState } from 'react';
import { cancelBatch } from '../../batch/poll-batch.js';
import { submitBatch } from '../../batch/submit-batch.js';
import type { BatchFile } from '../../batch/types.js';
import { KitError } from '../../errors.js';
import { fieldNames } from '../../objects/field-names.js';
import { useBatchMemory, writeBatchMemory } from './batch-memory.js';
import { countsOf, imagesById, rowsOf, stepOf } from '../../batch/image-rows.js';
import type { BatchImage } from '../../batch/image-types.js';
import type { UseBatchResult, UseBatchOptions } from './batch-types.js';
import { useKitQueryClient } from '../kit-query-client.js';
import { batchConnection, jobKey, useBatchJobs } from './use-batch-jobs.js';
import { useBatchFiles } from './use-batch-files.js';
import { useLatest } from '../use-latest.js';

/** What was submitted, by the id of its job. */
type Submitted = ReadonlyMap<string, BatchFile>;

const NO_IMAGES: readonly BatchImage[] = [];
const NO_IDS: readonly string[] = [];
const NO_FIELDS: readonly string[] = [];
const NOT_SUBMITTED: Submitted = new Map();

/**
 * Many images and one question: written into batch files on this device, submitted to the provider if wanted, and
 * polled until the answers are there.
 */
export function useBatch(options: UseBatchOptions): UseBatchResult {
  const { connection, storageKey, responseSchema } = options;
  const [images, setImages] = useState(NO_IMAGES);
  const [question, setQuestion] = useState(options.initialQuestion ?? '');
  const [submitted, setSubmitted] = useState(NOT_SUBMITTED);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const submitting = useRef(false);
  const [submitError, setSubmitError] = useState<KitError>();
  const { writing, write, stop } = useBatchFiles(options);
  const client = useKitQueryClient();
  const { wire, baseUrl } = connection;

  // What this page submitted itself takes precedence; after a reload there is only what was stored.
  const memory = useBatchMemory(storageKey);
  const isSameServer = memory?.wire === wire.name && memory.baseUrl === baseUrl;
  const remembered = isSameServer ? memory.jobIds : NO_IDS;
  const ids = useMemo(
    () => (submitted.size > 0 ? [...submitted.keys()] : remembered),
    [submitted, remembered],
  );
  const customIds = useMemo(
    () => new Map([...submitted].map(([id, { customIds: asked }]) => [id, asked])),
    [submitted],
  );
  const followed = useBatchJobs({
    connection,
    ids,
    customIds,
    firstDelayMs: options.firstDelayMs,
    maxDelayMs: options.maxDelayMs,
    responseSchema,
  });
  const latest = useLatest({
    connection,
    storageKey,
    submitted,
    files: writing.files,
    jobs: followed.jobs,
  });

  const submit = useCallback(async () => {
    const { connection: to, storageKey: key, files } = latest.current;
    const done = new Map(latest.current.submitted);
    const sent = new Set(done.values());
    // Two presses would submit two batches, which cost twice.
    if (submitting.current) return;
    submitting.current = true;
    setIsSubmitting(true);
    setSubmitError(undefined);
    const failure = await failureOf(async () => {
      for (const file of files.filter((candidate) => !sent.has(candidate))) {
        const job = await submitBatch(file, batchConnection(to));
        client.setQueryData(jobKey(to, job.id), job);
        done.set(job.id, file);
        setSubmitted(new Map(done));
        writeBatchMemory(key, {
          wire: to.wire.name,
          baseUrl: to.baseUrl,
          jobIds: [...done.keys()],
        });
      }
    });
    setSubmitError(failure);
    submitting.current = false;
    setIsSubmitting(false);
  }, [client, latest]);

  const cancel = useCallback(async () => {
    const { connection: to, jobs } = latest.current;
    setSubmitError(undefined);
    const failure = await failureOf(async () => {
      for (const { id } of jobs.filter(({ status }) => status === 'running')) {
        client.setQueryData(jobKey(to, id), await cancelBatch(id, batchConnection(to)));
      }
    });
    setSubmitError(failure);
  }, [client, latest]);

  const startOver = useCallback(() => {
    writeBatchMemory(latest.current.storageKey, undefined);
    setSubmitted(NOT_SUBMITTED);
    setSubmitError(undefined);
    setImages(NO_IMAGES);
    stop();
  }, [latest, stop]);

  const named = useMemo(() => imagesById(images), [images]);
  const rows = useMemo(() => rowsOf(followed.results, named), [followed.results, named]);
  const fields = useMemo(
    () => (responseSchema ? fieldNames(responseSchema) : NO_FIELDS),
    [responseSchema],
  );
  const isAllSent = ids.length >= Math.max(1, writing.files.length);
  return {
    step: stepOf({ isSubmitting, isAllSent, writing: writing.status, jobs: followed.jobs, ids }),
    images,
    addImages: useCallback(
      (added) => {
        stop();
        setImages((before) => [...before, ...added]);
      },
      [stop],
    ),
    clearImages: useCallback(() => {
      stop();
      setImages(NO_IMAGES);
    }, [stop]),
    question,
    setQuestion: useCallback(
      (next) => {
        stop();
        setQuestion(next);
      },
      [stop],
    ),
    write: useCallback(() => write(images, question), [write, images, question]),
    stop,
    writtenCount: writing.count,
    files: writing.files,
    problems: writing.problems,
    submit,
    cancel,
    jobs: followed.jobs,
    counts: countsOf(followed.jobs, customIds),
    rows,
    fields,
    isReadingResults: followed.isReadingResults,
    error: writing.error ?? submitError ?? followed.error,
    refetch: followed.refetch,
    startOver,
  };
}

async function failureOf(work: () => Promise<void>): Promise<KitError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (KitError.is(error)) return error;
    return new KitError('unexpected', {
      message: 'The batch could not be submitted. Try again.',
      cause: error,
    });
  }
}
