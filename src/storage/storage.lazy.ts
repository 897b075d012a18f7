/** What keeps drafts and conversations. Loads where one of them is kept. */
export { createConversationKeeper } from './conversation-keeper.js';
export { createDraftKeeper } from './draft-keeper.js';
export { openConversationStore } from './open-conversation-store.js';
export { openDraftStore } from './open-draft-store.js';
export { settleDraft } from './sent-draft.js';
