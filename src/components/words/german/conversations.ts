import type { ConversationWords } from '../english/conversations.js';

export const germanConversationWords: ConversationWords = {
  conversations: 'Chats',
  newConversation: 'Neuer Chat',
  search: 'Chats durchsuchen',
  nothingFound: 'Kein Chat gefunden. Suchen Sie nach einem anderen Wort.',
  noneYet: 'Chats erscheinen hier, sobald Sie eine Frage gesendet haben.',
  untitled: 'Ohne Titel',
  today: 'Heute',
  yesterday: 'Gestern',
  rename: 'Umbenennen',
  remove: 'Löschen',
  actionsOf: (title) => `Aktionen für ${title}`,
  titleOf: (title) => `Titel von ${title}`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  removed: (title) => `„${title}“ wurde gelöscht.`,
  undo: 'Rückgängig',
  failed: 'Die Chats sind nicht erreichbar. Es wurde nichts geändert.',
  tryAgain: 'Erneut versuchen',
  importFile: 'Chat importieren',
  downloadAs: (format) => `Als ${formatNames[format]} herunterladen`,
  importProblem: (code) => {
    if (code === 'newer-version')
      return 'Diesen Chat hat eine neuere Version der Seite exportiert. Laden Sie die Seite neu und importieren Sie ihn noch einmal.';
    if (code === 'incomplete')
      return 'Teile der Datei waren nicht lesbar. Der Rest wurde importiert.';
    return 'Diese Datei enthält keinen Chat, der hier exportiert wurde. Wählen Sie eine andere Datei.';
  },
};

const formatNames = { json: 'JSON', markdown: 'Markdown', html: 'HTML' };
