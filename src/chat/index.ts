export { createChatStore } from './chat-store.js';
export { createRequestHeaders } from './connection.js';
export { requestMessages } from './conversation.js';
export type {
  AnswerStatus,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  ChatTrace,
  Connection,
  SendInput,
  SendOutcome,
} from './types.js';
