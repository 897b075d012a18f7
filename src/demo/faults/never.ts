import { abortedError } from '../../internal/abort.js';
import { holdOpen } from '../core/open-requests.js';

/** Never answers: settles only when the client gives up, with the error that `fetch` would report. */
export function neverAnswer(request: Request): Promise<never> {
  return silence(request.signal).finally(holdOpen(request));
}

/** Settles only when the signal is aborted. */
export function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject((signal.reason as unknown) ?? abortedError());
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
