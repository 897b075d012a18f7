import type { PrepareMessages, RecoverTurn } from '../chat/index.js';
import { loadPart } from '../internal/load-part.js';
import { preloadTransport } from '../transport/index.js';
import type { RequestPreparation } from './prepare-request.js';

/** @throws KitError `unreachable` */
export const loadRequestWork = () => loadPart(() => import('./request-work.js'));

/** Loads ahead what Send needs, so that it does not wait. What fails is tried again with Send. */
export function preloadRequestWork(): void {
  preloadTransport();
  loadRequestWork().catch(() => undefined);
}

/** What lies between a conversation as it is shown and a request as it is sent. */
export function requestPreparation(preparation: RequestPreparation): {
  prepareMessages: PrepareMessages;
  recover: RecoverTurn;
} {
  return {
    async prepareMessages(messages, signal) {
      const { createRequestPreparation } = await loadRequestWork();
      return createRequestPreparation(preparation).prepareMessages(messages, signal);
    },
    async recover(error, messages, turn) {
      const { createRequestPreparation } = await loadRequestWork();
      return createRequestPreparation(preparation).recover(error, messages, turn);
    },
  };
}
