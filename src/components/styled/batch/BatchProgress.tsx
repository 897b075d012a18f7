import type { ReactElement } from 'react';
import type { UseBatchResult } from '../../../react/batch/batch-types.js';
import type { BatchWords } from '../../words/english/batch.js';
import { card, quietButton } from './batch-styles.js';
import { Notice } from '../shared/Notice.js';
import { ProgressBar } from './ProgressBar.js';

export interface BatchProgressProps {
  batch: UseBatchResult;
  words: BatchWords;
  canReload: boolean;
}

/** Progress at the provider, until there is a table. */
export function BatchProgress({ batch, words, canReload }: BatchProgressProps): ReactElement {
  const { counts, jobs, step } = batch;
  const done = counts.completed + counts.failed;
  const failures = jobs.filter(({ status }) => status === 'failed');
  if (step === 'running') {
    return (
      <div className={card}>
        <ProgressBar
          value={done}
          max={Math.max(counts.total, 1)}
          label={words.running(done, counts.total)}
        >
          <button type="button" className={quietButton} onClick={() => void batch.cancel()}>
            {words.cancel}
          </button>
        </ProgressBar>
        <p className="ik:text-sm ik:text-ink-2">
          {canReload ? words.runningHint : words.runningHintWithoutReload}
        </p>
      </div>
    );
  }
  return (
    <>
      {failures.map(({ id, errors }) => (
        <Notice key={id} tone="bad" spoken={words.failed}>
          {words.failed} {errors.map(({ message }) => message).join(' ')}
        </Notice>
      ))}
      {batch.rows.length === 0 && (
        <div className="ik:flex ik:flex-wrap ik:items-center ik:justify-between ik:gap-2">
          <p className="ik:text-sm ik:font-medium ik:tabular-nums">
            {batch.isReadingResults
              ? words.readingResults
              : words.ended(counts.completed, counts.failed)}
          </p>
          <button type="button" className={quietButton} onClick={batch.startOver}>
            {words.startOver}
          </button>
        </div>
      )}
    </>
  );
}
