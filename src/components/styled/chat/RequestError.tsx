import type { ReactElement } from 'react';
import type { UseImageChatResult } from '../../../react/types.js';
import { withoutTryAgain } from '../../words/without-try-again.js';
import { useWords } from '../../words/WordsProvider.js';
import { Notice } from '../shared/Notice.js';
import { isUnseen, ProblemNotice } from '../composer/ProblemNotice.js';
import { useTryAgainLabel } from '../shared/use-try-again-label.js';
import { RetryCountdown } from '../shared/RetryCountdown.js';
import { canTryAgain, tryAgain, unreportedError } from './request-failure.js';

export interface RequestErrorProps {
  chat: Pick<
    UseImageChatResult,
    'error' | 'refusal' | 'entries' | 'composer' | 'status' | 'regenerate' | 'fix' | 'dismissError'
  > &
    Partial<Pick<UseImageChatResult, 'retryAtMs'>>;
}

/** A failure that no answer on the page reports: the message is still in the composer, one press away. */
export function RequestError({ chat }: RequestErrorProps): ReactElement | null {
  const { refusal, retryAtMs, composer, fix, dismissError } = chat;
  const words = useWords();
  const tryAgainLabel = useTryAgainLabel(retryAtMs);
  const error = unreportedError(chat);
  if (!error) return null;
  // With an empty composer it was Regenerate that was refused, and its question has text.
  const hasText = composer.text.trim() !== '' || composer.queue.items.length === 0;
  const isTextOnly = refusal !== undefined && isUnseen(refusal) && hasText;
  const actions =
    canTryAgain(error) && !isTextOnly
      ? [{ label: tryAgainLabel, onPress: () => tryAgain(chat) }]
      : [];
  return refusal ? (
    <ProblemNotice
      problem={refusal}
      onFix={fix}
      hasText={hasText}
      actions={actions}
      onDismiss={dismissError}
    />
  ) : (
    <Notice tone="bad" spoken={words.error(error)} actions={actions} onDismiss={dismissError}>
      {withoutTryAgain(words.error(error), { hasCountdown: retryAtMs !== undefined })}
      {retryAtMs !== undefined && <RetryCountdown retryAtMs={retryAtMs} />}
    </Notice>
  );
}
