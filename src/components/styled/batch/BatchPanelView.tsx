import { type ComponentPropsWithoutRef, type ReactElement, useEffect, useId, useMemo } from 'react';
import type { UseBatchResult } from '../../../react/batch/batch-types.js';
import { type BatchWords, englishBatchWords } from '../../words/english/batch.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { BatchFileList } from './BatchFileList.js';
import { BatchImages } from './BatchImages.js';
import { BatchProgress } from './BatchProgress.js';
import { BatchTable } from './BatchTable.js';
import { KitRoot, type Theme } from '../chat/KitRoot.js';
import { Notice } from '../shared/Notice.js';

export interface BatchPanelViewProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The value of `useBatch`. */
  batch: UseBatchResult;
  /** Whether it survives a reload, because its ids are stored. @defaultValue false */
  canReload?: boolean;
  /** Whether files can be submitted, not only downloaded. @defaultValue true */
  canSubmit?: boolean;
  /** Accepted media types. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** Light, dark, or as the system. @defaultValue 'system' */
  theme?: Theme;
  /** Replaces words of the interface: `germanBatchWords`, `arabicBatchWords`, or some of your own. @defaultValue English */
  words?: Partial<BatchWords>;
}

/** The view of a batch, for a hook that the app calls itself. */
export function BatchPanelView(props: BatchPanelViewProps): ReactElement {
  const { theme, className = '' } = props;
  return (
    <KitRoot className={className} {...(theme && { theme })}>
      <BatchSection {...props} />
    </KitRoot>
  );
}

function BatchSection(props: BatchPanelViewProps): ReactElement {
  const {
    batch,
    canReload = false,
    canSubmit = true,
    accept,
    words: given,
    theme: _theme,
    className: _className,
    ...rest
  } = props;
  const words = useMemo(() => ({ ...englishBatchWords, ...given }), [given]);
  const titleId = useId();
  const { step, error } = batch;
  useStepAnnouncements(batch, words);
  const isBefore = step === 'choosing' || step === 'writing' || step === 'written';
  return (
    <section
      aria-labelledby={titleId}
      data-ick-part="batch"
      data-step={step}
      className="ik:mx-auto ik:grid ik:w-full ik:max-w-(--ick-width,47.5rem) ik:grid-cols-[minmax(0,1fr)] ik:gap-4 ik:px-4 ik:py-6"
      {...rest}
    >
      <header className="ik:grid ik:gap-1">
        <h2 id={titleId} className="ik:m-0 ik:text-lg ik:font-semibold">
          {words.title}
        </h2>
        <p className="ik:text-sm ik:text-ink-2">{words.intro}</p>
      </header>
      {error && (
        <Notice
          tone="bad"
          spoken={words.error(error)}
          {...((step === 'running' || step === 'ended') && {
            actions: [{ label: words.tryAgain, onPress: batch.refetch }],
          })}
        >
          {words.error(error)}
        </Notice>
      )}
      {isBefore && <BatchImages batch={batch} words={words} {...(accept && { accept })} />}
      {(step === 'written' || step === 'submitting') && (
        <BatchFileList batch={batch} words={words} canSubmit={canSubmit} />
      )}
      {(step === 'running' || step === 'ended') && (
        <BatchProgress batch={batch} words={words} canReload={canReload} />
      )}
      {batch.rows.length > 0 && <BatchTable batch={batch} words={words} />}
    </section>
  );
}

function useStepAnnouncements({ step, files, counts }: UseBatchResult, words: BatchWords): void {
  const announce = useAnnounce();
  const message =
    step === 'written'
      ? `${words.files}: ${files.length}`
      : step === 'ended'
        ? words.ended(counts.completed, counts.failed)
        : undefined;
  useEffect(() => {
    if (message !== undefined) announce(message);
  }, [announce, message]);
}
