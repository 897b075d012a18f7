import type { ConversationJSONProblem } from '../../../storage/conversation-json.js';
import type { ExportFormat } from '../../../storage/export-conversation.js';

/** The words for the list of conversations. They load with it. */
export interface ConversationWords {
  conversations: string;
  newConversation: string;
  search: string;
  nothingFound: string;
  noneYet: string;
  /** A conversation without words, such as one that only has images. */
  untitled: string;
  today: string;
  yesterday: string;
  rename: string;
  remove: string;
  /** Opens what can be done with one conversation. */
  actionsOf: (title: string) => string;
  titleOf: (title: string) => string;
  save: string;
  cancel: string;
  removed: (title: string) => string;
  undo: string;
  /** It could not be read, written or removed. The conversation is still where it was. */
  failed: string;
  tryAgain: string;
  importFile: string;
  downloadAs: (format: ExportFormat) => string;
  /** A file that could not be imported, or not whole. */
  importProblem: (code: ConversationJSONProblem['code']) => string;
}

export const englishConversationWords: ConversationWords = {
  conversations: 'Chats',
  newConversation: 'New chat',
  search: 'Search chats',
  nothingFound: 'No chat found. Search for another word.',
  noneYet: 'Chats appear here once you have sent a question.',
  untitled: 'Untitled',
  today: 'Today',
  yesterday: 'Yesterday',
  rename: 'Rename',
  remove: 'Delete',
  actionsOf: (title) => `Actions for ${title}`,
  titleOf: (title) => `Title of ${title}`,
  save: 'Save',
  cancel: 'Cancel',
  removed: (title) => `“${title}” was deleted.`,
  undo: 'Undo',
  failed: 'The chats could not be reached. Nothing was changed.',
  tryAgain: 'Try again',
  importFile: 'Import a chat',
  downloadAs: (format) => `Download as ${formatNames[format]}`,
  importProblem: (code) => {
    if (code === 'newer-version')
      return 'A newer version of this page exported that chat. Reload the page, then import it again.';
    if (code === 'incomplete')
      return 'Parts of that file could not be read. The rest was imported.';
    return 'That file is not a chat that was exported here. Choose another file.';
  },
};

const formatNames = { json: 'JSON', markdown: 'Markdown', html: 'HTML' };
