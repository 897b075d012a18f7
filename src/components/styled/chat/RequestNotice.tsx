import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { PlainNotice } from '../shared/PlainNotice.js';
import { RequestError } from './chat-module.js';
import { canTryAgain, tryAgain, unreportedError } from './request-failure.js';
import type { RequestErrorProps } from './RequestError.js';

/**
 * A failure that no answer on the page reports, at once: as plain text while the code of the full notice has not
 * loaded.
 */
export function RequestNotice({ chat }: RequestErrorProps): ReactElement {
  const words = useWords();
  const error = unreportedError(chat);
  const actions =
    error && canTryAgain(error) ? [{ label: words.tryAgain, onPress: () => tryAgain(chat) }] : [];
  return (
    <RequestError
      chat={chat}
      fallback={error && <PlainNotice actions={actions}>{words.error(error)}</PlainNotice>}
    />
  );
}
