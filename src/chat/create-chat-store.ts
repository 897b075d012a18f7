import { checkConnection } from './check-connection.js';
import { createStore } from './chat-store.js';
import { turnSteps } from './turn.js';
import type { ChatStore, ChatStoreOptions } from './types.js';

/**
 * Creates the state of a conversation, without a framework.
 *
 * @throws KitError `invalid-option` for a connection that is none
 */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  checkConnection(options.connection);
  return createStore(options, { current: () => turnSteps, load: async () => turnSteps });
}
