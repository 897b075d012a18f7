export { createChatStore } from './chat-store.js';
export { canContinue } from './continue-answer.js';
export { conversationTotals } from './conversation-totals.js';
export type { ConversationTotals } from './conversation-totals.js';
export { createRequestHeaders, transportOptions } from './connection.js';
export { requestMessages } from './conversation.js';
export { preloadTurnWork } from './load-turn-work.js';
export { runTurn } from './run-turn.js';
export type { TurnOptions } from './run-turn.js';
export { createTokenCorrection } from './token-correction.js';
export type { TokenCorrection } from './token-correction.js';
export { conversationCost, tokenCost } from './token-cost.js';
export type { Cost } from './token-cost.js';
export type {
  AnswerStatus,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  ChatTrace,
  Connection,
  MessageVersions,
  PrepareMessages,
  RecoverTurn,
  Recovery,
  SendInput,
  SendOutcome,
  TokenPrice,
} from './types.js';
