/** The words for a chat that opens from a button. They load with it. */
export interface PopupWords {
  /** Name of the chat, above it. */
  chat: string;
  openChat: string;
  /** Label of the button once an answer has ended while the chat was closed. */
  openChatWithAnswer: string;
  closeChat: string;
  /** Announced when an answer ends while the chat is closed. */
  answerReady: string;
}

export const englishPopupWords: PopupWords = {
  chat: 'Chat',
  openChat: 'Open chat',
  openChatWithAnswer: 'Open chat. An answer is ready.',
  closeChat: 'Close chat',
  answerReady: 'An answer is ready in the chat.',
};
