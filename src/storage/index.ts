export { createConversationStore } from './conversation-store.js';
export { createConversationKeeper } from './conversation-keeper.js';
export { createDraftKeeper } from './draft-keeper.js';
export { createDraftStore } from './draft-store.js';
export type { ConversationKeeperOptions } from './conversation-keeper.js';
export type { DraftKeeperOptions } from './draft-keeper.js';
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
