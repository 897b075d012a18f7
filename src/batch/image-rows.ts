import type { BatchJob, BatchResult } from './types.js';
import { customIdOf } from './image-requests.js';
import type { BatchImage, BatchRow, BatchStep } from './image-types.js';

export interface StepFacts {
  isSubmitting: boolean;
  isAllSent: boolean;
  writing: 'none' | 'writing' | 'written';
  jobs: readonly BatchJob[];
  ids: readonly string[];
}

export function stepOf({ isSubmitting, isAllSent, writing, jobs, ids }: StepFacts): BatchStep {
  if (isSubmitting) return 'submitting';
  if (ids.length > 0 && isAllSent) {
    const isEnded = jobs.length === ids.length && jobs.every(({ status }) => status !== 'running');
    return isEnded ? 'ended' : 'running';
  }
  return writing === 'none' ? 'choosing' : writing;
}

export function imagesById(images: readonly BatchImage[]): ReadonlyMap<string, BatchImage> {
  const { length } = images;
  return new Map(images.map((image, index) => [customIdOf(image.name, index, length), image]));
}

/**
 * Sums up the counts of all batches. A provider that has not counted yet reports 0, in which case the page
 * may know better.
 */
export function countsOf(
  jobs: readonly BatchJob[],
  customIds: ReadonlyMap<string, readonly string[]>,
): BatchJob['requestCounts'] {
  const sum = { total: 0, completed: 0, failed: 0 };
  for (const { id, requestCounts } of jobs) {
    sum.total += requestCounts.total || (customIds.get(id)?.length ?? 0);
    sum.completed += requestCounts.completed;
    sum.failed += requestCounts.failed;
  }
  return sum;
}

/**
 * Returns the rows in the order of the images, which is encoded in their ids, since providers answer in any
 * order.
 */
export function rowsOf(
  results: readonly BatchResult[],
  images: ReadonlyMap<string, BatchImage>,
): readonly BatchRow[] {
  const rows = results.map((result): BatchRow => {
    const image = images.get(result.customId);
    return {
      name: image?.name ?? result.customId,
      result,
      ...(image && { image: image.file }),
    };
  });
  return rows.toSorted((a, b) => compare(a.result.customId, b.result.customId));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
