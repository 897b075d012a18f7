/** What keeps a draft and a conversation up to date. Loaded where one of them is kept. */
export { createConversationKeeper } from './conversation-keeper.js';
export { createDraftKeeper } from './draft-keeper.js';
export { settleDraft } from './sent-draft.js';
