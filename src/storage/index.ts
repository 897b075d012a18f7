export { createConversationStore } from './conversation-store.js';
export { createDraftKeeper } from './draft-keeper.js';
export { createDraftStore } from './draft-store.js';
export type { DraftKeeper, DraftKeeperOptions } from './draft-keeper.js';
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
