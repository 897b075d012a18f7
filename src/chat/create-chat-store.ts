import { createStore } from './chat-store.js';
import { turnSteps } from './turn.js';
import type { ChatStore, ChatStoreOptions } from './types.js';

/** Creates the state of a conversation, without a framework. */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  return createStore(options, { current: () => turnSteps, load: async () => turnSteps });
}
