import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useBatch } from '../../../react/batch/use-batch.js';
import type { UseBatchOptions } from '../../../react/batch/batch-types.js';
import { BatchPanelView, type BatchPanelViewProps } from './BatchPanelView.js';

export interface BatchPanelProps
  extends
    UseBatchOptions,
    Omit<BatchPanelViewProps, 'batch' | 'canReload' | keyof ComponentPropsWithoutRef<'section'>> {
  className?: string;
}

/**
 * A folder of images and one question in; batch files, progress and a table of answers out. All its logic is in
 * `useBatch`.
 */
export function BatchPanel(props: BatchPanelProps): ReactElement {
  const { theme, words, accept, canSubmit, className, ...options } = props;
  const batch = useBatch(options);
  return (
    <BatchPanelView
      batch={batch}
      canReload={options.storageKey !== undefined}
      {...(theme && { theme })}
      {...(words && { words })}
      {...(accept && { accept })}
      {...(canSubmit !== undefined && { canSubmit })}
      {...(className !== undefined && { className })}
    />
  );
}
