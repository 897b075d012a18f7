'use client';
/** A button that opens a chat beside or above the page. */

export { ChatPopup } from './components/styled/popup/ChatPopup.js';
export { englishPopupWords } from './components/words/english/popup.js';
export type { ChatPopupProps } from './components/styled/popup/ChatPopup.js';
export type { PopupMode, PopupPlacement } from './components/styled/popup/popup-styles.js';
export type { PopupWords } from './components/words/english/popup.js';
