/** How long a server may think after a 200 before it counts as having accepted the request. Errors arrive sooner. */
const SILENCE_MS = 2_000;

export interface Acceptance {
  /** Starts the wait. From here on, silence or an abort by the user means that the request was accepted. */
  expect(response: Response): void;
  accept(): void;
  /** Called when the response has ended. */
  stop(): void;
}

/**
 * Reports once that a server has accepted a request. A status of 200 alone does not prove it: busy servers send it and
 * then an error instead of an answer.
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
