import { createLazyPart } from '../internal/lazy-part.js';
import type { RequestSteps, SendingOptions } from './prepare-request.js';

/** Loads after the first paint, with the models' tables and the checks of a request. */
export const requestWork = createLazyPart(() => import('./request-work.js'));

export type RequestWork = typeof import('./request-work.js');

/** What lies between a conversation as it is shown and a request as it is sent. */
export function requestSteps(optionsOf: (work: RequestWork) => SendingOptions): RequestSteps {
  const steps = async (): Promise<RequestSteps> => {
    const work = await requestWork.load();
    return work.createRequestSteps(optionsOf(work));
  };
  return {
    prepareMessages: async (...turn) => (await steps()).prepareMessages(...turn),
    recover: async (...turn) => (await steps()).recover(...turn),
  };
}
