export { createConversationStore } from './conversation-store.js';
export { createDraftStore } from './draft-store.js';
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
