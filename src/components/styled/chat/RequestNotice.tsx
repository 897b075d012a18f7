import type { ReactElement } from 'react';
import { createLazyComponent } from '../shared/lazy-component.js';
import { useWords } from '../../words/WordsProvider.js';
import { PlainNotice } from '../shared/PlainNotice.js';
import { tryAgain, unreportedError } from './request-failure.js';
import type { RequestErrorProps } from './RequestError.js';

export const requestError = createLazyComponent(
  async () => (await import('./RequestError.js')).RequestError,
);

/** A failure that no answer on the page reports, at once: in plain words where the code of the full notice has not loaded. */
export function RequestNotice({ chat }: RequestErrorProps): ReactElement {
  const words = useWords();
  const error = unreportedError(chat);
  const actions = [{ label: words.tryAgain, onPress: () => tryAgain(chat) }];
  return (
    <requestError.Component
      chat={chat}
      fallback={error && <PlainNotice actions={actions}>{words.error(error)}</PlainNotice>}
    />
  );
}
