export { createChatStore } from './chat-store.js';
export { createRequestHeaders, transportOptions } from './connection.js';
export { requestMessages } from './conversation.js';
export { labelQuestions } from './label-questions.js';
export { runTurn } from './run-turn.js';
export type { TurnOptions } from './run-turn.js';
export type {
  AnswerStatus,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  ChatTrace,
  Connection,
  PrepareMessages,
  RecoverTurn,
  Recovery,
  SendInput,
  SendOutcome,
} from './types.js';
