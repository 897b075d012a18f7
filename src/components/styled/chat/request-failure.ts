import type { KitError } from '../../../errors.js';
import type { UseImageChatResult } from '../../../react/types.js';

type FailedChat = Pick<UseImageChatResult, 'error' | 'entries' | 'status'>;

/** The failure of the last request, unless an answer on the page reports it. */
export function unreportedError({ error, entries, status }: FailedChat): KitError | undefined {
  return status === 'ready' && entries.at(-1)?.answer?.error !== error ? error : undefined;
}

/**
 * Whether the same request may work later. The kit's own proxy says whether it may; after a sign-in it does.
 */
export function canTryAgain({ code, facts }: KitError): boolean {
  return facts.proxyCode === undefined || facts.retryable === true || code === 'key-refused';
}

/** Sends the composer's content again, or regenerates the last answer. */
export function tryAgain({
  composer,
  regenerate,
}: Pick<UseImageChatResult, 'composer' | 'regenerate'>): void {
  void (composer.canSend ? composer.submit() : regenerate());
}
