/** The words for a time when nothing arrives. They load with the conversation. */
export interface WaitingWords {
  /** Images are prepared or uploaded before the request can be sent. */
  preparingRequest: string;
  /** The request is retried after `duration`; `wasAsked`: the server named the time. */
  nextTry: (duration: string, wasAsked: boolean) => string;
  tryNow: string;
  /** Next to a failure: how long the server asked to wait. */
  retryPossibleIn: (duration: string) => string;
  retryPossibleNow: string;
  /** The button beside it, until that time. */
  tryAnyway: string;
}

export const englishWaitingWords: WaitingWords = {
  preparingRequest: 'Preparing the request…',
  nextTry: (duration, wasAsked) =>
    wasAsked
      ? `The server asked to wait. Trying again in ${duration}.`
      : `The server could not answer. Trying again in ${duration}.`,
  tryNow: 'Try now',
  retryPossibleIn: (duration) => `You can try again in ${duration}.`,
  retryPossibleNow: 'You can try again now.',
  tryAnyway: 'Try anyway',
};
