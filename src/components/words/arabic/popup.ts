import type { PopupWords } from '../english/popup.js';

export const arabicPopupWords: PopupWords = {
  chat: 'المحادثة',
  openChat: 'فتح المحادثة',
  openChatWithAnswer: 'فتح المحادثة. هناك إجابة جاهزة.',
  closeChat: 'إغلاق المحادثة',
  answerReady: 'هناك إجابة جاهزة في المحادثة.',
};
