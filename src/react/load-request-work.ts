import type { PrepareMessages, RecoverTurn } from '../chat/index.js';
import { createLazyPart } from '../internal/lazy-part.js';
import type { RequestPreparation } from './prepare-request.js';

/** Loads after the first paint, with the models' tables and the checks of a request. */
export const requestWork = createLazyPart(() => import('./request-work.js'));

export type RequestWork = typeof import('./request-work.js');

/** What lies between a conversation as it is shown and a request as it is sent. */
export function requestPreparation(preparation: RequestPreparation): {
  prepareMessages: PrepareMessages;
  recover: RecoverTurn;
} {
  return {
    async prepareMessages(...turn) {
      const { createRequestPreparation } = await requestWork.load();
      return createRequestPreparation(preparation).prepareMessages(...turn);
    },
    async recover(error, messages, turn) {
      const { createRequestPreparation } = await requestWork.load();
      return createRequestPreparation(preparation).recover(error, messages, turn);
    },
  };
}
