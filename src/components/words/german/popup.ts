import type { PopupWords } from '../english/popup.js';

export const germanPopupWords: PopupWords = {
  chat: 'Chat',
  openChat: 'Chat öffnen',
  openChatWithAnswer: 'Chat öffnen. Eine Antwort ist da.',
  closeChat: 'Chat schließen',
  answerReady: 'Im Chat ist eine Antwort da.',
};
