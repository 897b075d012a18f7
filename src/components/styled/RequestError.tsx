import type { ReactElement } from 'react';
import type { ImageChat } from '../../react/types.js';
import { useWords } from '../words-context.js';
import { Notice } from './Notice.js';
import { ProblemNotice } from './ProblemNotice.js';

export interface RequestErrorProps {
  chat: Pick<
    ImageChat,
    'error' | 'refusal' | 'entries' | 'composer' | 'status' | 'regenerate' | 'mend' | 'dismissError'
  >;
}

/** A failure that no answer on the page tells of: what was sent is still in the composer, one press away. */
export function RequestError({ chat }: RequestErrorProps): ReactElement | null {
  const { error, refusal, entries, composer, status, regenerate, mend, dismissError } = chat;
  const words = useWords();
  if (!error || status !== 'ready' || entries.at(-1)?.answer?.error === error) return null;
  const again = (): void => {
    void (composer.canSend ? composer.submit() : regenerate());
  };
  const actions = [{ label: words.tryAgain, onPress: again }];
  return refusal ? (
    <ProblemNotice problem={refusal} onMend={mend} actions={actions} onDismiss={dismissError} />
  ) : (
    <Notice tone="bad" actions={actions} onDismiss={dismissError}>
      {words.error(error)}
    </Notice>
  );
}
