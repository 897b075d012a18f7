/** Keepers of drafts and conversations. Loaded if one of them is stored. */
export { createConversationKeeper } from './conversation-keeper.js';
export { createDraftKeeper } from './draft-keeper.js';
export { openConversationStore } from './open-conversation-store.js';
export { openDraftStore } from './open-draft-store.js';
export { settleDraft } from './sent-draft.js';
