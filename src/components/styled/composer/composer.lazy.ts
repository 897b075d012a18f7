/** What an empty composer does not show: one part, which loads after the first paint. */
export { FileChips } from './FileChips.js';
export { ComposerNotices } from './ComposerNotices.js';
export { ComposerTray } from './ComposerTray.js';
export { MentionMenu } from './MentionMenu.js';
export { AppMenu } from './AppMenu.js';
export { DictationButton } from './DictationButton.js';
export { WaitingQuestions } from './WaitingQuestions.js';
export { MessageTotals } from './MessageTotals.js';
