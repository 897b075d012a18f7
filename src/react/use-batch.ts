import { useCallback, useEffect, useMemo, useState } from 'react';
import { cancelBatch, submitBatch } from '../batch/index.js';
import type { BatchFile, BatchJob } from '../batch/index.js';
import { KitError } from '../errors.js';
import { readBatchMemory, writeBatchMemory } from './batch-memory.js';
import { customIdOf } from './batch-requests.js';
import type { Batch, BatchOptions, BatchPicture, BatchRow, BatchStep } from './batch-types.js';
import { useKitQueryClient } from './kit-query-client.js';
import { batchConnection, jobKey, useBatchJobs } from './use-batch-jobs.js';
import { useBatchFiles } from './use-batch-files.js';
import { useLatest } from './use-latest.js';

/** What was handed over, by the id of its job. After a reload the files themselves are gone. */
type Submitted = ReadonlyMap<string, BatchFile | undefined>;

const NO_PICTURES: readonly BatchPicture[] = [];
const NOT_SUBMITTED: Submitted = new Map();

/**
 * Many pictures and one question: written into batch files on this device, handed to the provider where that is wanted,
 * and followed until the answers are there.
 */
export function useBatch(options: BatchOptions): Batch {
  const { connection, storageKey } = options;
  const [pictures, setPictures] = useState(NO_PICTURES);
  const [question, setQuestion] = useState(options.initialQuestion ?? '');
  const [submitted, setSubmitted] = useState(NOT_SUBMITTED);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [submitError, setSubmitError] = useState<KitError>();
  const { writing, write, stop } = useBatchFiles(options);
  const client = useKitQueryClient();
  const { wire, baseUrl } = connection;

  // After the first render, which a server may have made without any storage.
  useEffect(() => {
    const memory = readBatchMemory(storageKey);
    if (memory?.wire !== wire.name || memory.baseUrl !== baseUrl) return;
    setSubmitted(new Map(memory.jobIds.map((id) => [id, undefined])));
  }, [storageKey, wire.name, baseUrl]);

  const ids = useMemo(() => [...submitted.keys()], [submitted]);
  const customIds = useMemo(
    () => new Map([...submitted].flatMap(([id, file]) => (file ? [[id, file.customIds]] : []))),
    [submitted],
  );
  const followed = useBatchJobs({
    connection,
    ids,
    customIds,
    firstDelayMs: options.firstDelayMs,
    maxDelayMs: options.maxDelayMs,
  });
  const latest = useLatest({ connection, storageKey, submitted, files: writing.files, ids });

  const submit = useCallback(async () => {
    const { connection: to, storageKey: key, files } = latest.current;
    const done = new Map(latest.current.submitted);
    const sent = new Set(done.values());
    setIsSubmitting(true);
    setSubmitError(undefined);
    try {
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
    } catch (error) {
      setSubmitError(toKitError(error));
    } finally {
      setIsSubmitting(false);
    }
  }, [client, latest]);

  const cancel = useCallback(async () => {
    const { connection: to, ids: jobIds } = latest.current;
    try {
      for (const id of jobIds) {
        client.setQueryData(jobKey(to, id), await cancelBatch(id, batchConnection(to)));
      }
    } catch (error) {
      setSubmitError(toKitError(error));
    }
  }, [client, latest]);

  const startOver = useCallback(() => {
    writeBatchMemory(latest.current.storageKey, undefined);
    setSubmitted(NOT_SUBMITTED);
    setSubmitError(undefined);
    setPictures(NO_PICTURES);
    stop();
  }, [latest, stop]);

  const named = useMemo(() => byCustomId(pictures), [pictures]);
  const rows = useMemo(
    () =>
      followed.results.map((result): BatchRow => {
        const picture = named.get(result.customId);
        return {
          name: picture?.name ?? result.customId,
          result,
          ...(picture && { picture: picture.file }),
        };
      }),
    [followed.results, named],
  );
  const isAllSent = submitted.size >= Math.max(1, writing.files.length);
  return {
    step: stepOf({ isSubmitting, isAllSent, writing: writing.status, jobs: followed.jobs, ids }),
    pictures,
    addPictures: useCallback(
      (added) => {
        stop();
        setPictures((before) => [...before, ...added]);
      },
      [stop],
    ),
    clearPictures: useCallback(() => {
      stop();
      setPictures(NO_PICTURES);
    }, [stop]),
    question,
    setQuestion: useCallback(
      (next) => {
        stop();
        setQuestion(next);
      },
      [stop],
    ),
    write: useCallback(() => write(pictures, question), [write, pictures, question]),
    stop,
    writtenCount: writing.count,
    files: writing.files,
    problems: writing.problems,
    submit,
    cancel,
    jobs: followed.jobs,
    counts: useMemo(() => sumOf(followed.jobs), [followed.jobs]),
    rows,
    isReadingResults: followed.isReadingResults,
    error: writing.error ?? submitError ?? followed.error,
    refetch: followed.refetch,
    startOver,
  };
}

interface StepFacts {
  isSubmitting: boolean;
  isAllSent: boolean;
  writing: 'none' | 'writing' | 'written';
  jobs: readonly BatchJob[];
  ids: readonly string[];
}

function stepOf({ isSubmitting, isAllSent, writing, jobs, ids }: StepFacts): BatchStep {
  if (isSubmitting) return 'submitting';
  if (ids.length > 0 && isAllSent) {
    const isEnded = jobs.length === ids.length && jobs.every(({ status }) => status !== 'running');
    return isEnded ? 'ended' : 'running';
  }
  return writing === 'none' ? 'choosing' : writing;
}

function byCustomId(pictures: readonly BatchPicture[]): ReadonlyMap<string, BatchPicture> {
  const { length } = pictures;
  return new Map(
    pictures.map((picture, index) => [customIdOf(picture.name, index, length), picture]),
  );
}

function sumOf(jobs: readonly BatchJob[]): BatchJob['requestCounts'] {
  const sum = { total: 0, completed: 0, failed: 0 };
  for (const { requestCounts } of jobs) {
    sum.total += requestCounts.total;
    sum.completed += requestCounts.completed;
    sum.failed += requestCounts.failed;
  }
  return sum;
}

function toKitError(error: unknown): KitError {
  if (KitError.is(error)) return error;
  return new KitError('bad-request', {
    message: 'The batch could not be submitted. Try again.',
    cause: error,
  });
}
