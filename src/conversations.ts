'use client';
/** The list of conversations, its hook, and conversations as files. */

export { ConversationList } from './components/styled/conversations/ConversationList.js';
export { englishConversationWords } from './components/words/english/conversations.js';
export { useConversations } from './react/use-conversations.js';
export { exportConversation, importConversation } from './storage/export-conversation.js';
export type { MenuItem } from './components/styled/adding/Menu.js';
export type { ConversationListProps } from './components/styled/conversations/ConversationList.js';
export type { ConversationWords } from './components/words/english/conversations.js';
export type {
  ConversationsFailure,
  UseConversationsOptions,
  UseConversationsResult,
} from './react/use-conversations.js';
export type { ExportFormat, ExportOptions } from './storage/export-conversation.js';
