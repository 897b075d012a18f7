export { createConversationStore } from './conversation-store.js';
export { createDraftStore } from './draft-store.js';
export { unavailableProblem } from './unavailable-problem.js';
export type { Keeper } from './keeper.js';
export type {
  ConversationStore,
  ConversationSummary,
  Draft,
  DraftImage,
  DraftStore,
  StorableEntry,
  StorageOptions,
  StorageProblem,
  StorageProblemCode,
} from './types.js';
