/** So long a server that has said 200 may think before it counts as having taken the request. Errors come sooner. */
const SILENCE_MS = 2_000;

export interface Acceptance {
  /** From now on silence, and a person who stops, mean that the request was taken. */
  expect(response: Response): void;
  accept(): void;
  /** The response has ended. */
  stop(): void;
}

/**
 * Tells once that a server has taken a request. A status of 200 alone does not say so: busy servers send it and then an
 * error in the place of an answer.
 */
export function watchAcceptance(
  signal: AbortSignal | undefined,
  onAccepted: (response: Response) => void,
): Acceptance {
  let expected: Response | undefined;
  let isAccepted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function accept(): void {
    if (isAccepted || !expected) return;
    isAccepted = true;
    stop();
    onAccepted(expected);
  }
  function stop(): void {
    clearTimeout(timer);
    signal?.removeEventListener('abort', accept);
  }
  return {
    expect(response) {
      expected = response;
      if (isAccepted) return;
      timer = setTimeout(accept, SILENCE_MS);
      signal?.addEventListener('abort', accept, { once: true });
    },
    accept,
    stop,
  };
}
