import type { ReactElement } from 'react';
import type { ImageChat } from '../../react/types.js';
import { useWords } from '../words-context.js';
import { Notice } from './Notice.js';

/** A failure that no answer on the page tells of: what was sent is still in the composer, one press away. */
export function RequestError({ chat }: { chat: ImageChat }): ReactElement | null {
  const { error, entries, composer, status, regenerate, dismissError } = chat;
  const words = useWords();
  if (!error || status !== 'ready' || entries.at(-1)?.answer?.error === error) return null;
  const again = (): void => {
    void (composer.canSend ? composer.submit() : regenerate());
  };
  return (
    <Notice
      tone="bad"
      actions={[{ label: words.tryAgain, onPress: again }]}
      onDismiss={dismissError}
    >
      {words.error(error)}
    </Notice>
  );
}
