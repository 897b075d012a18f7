/** What an empty composer does not show: one part, which loads after the first paint. */
export { ImageTray } from '../tray/ImageTray.js';
export { ComposerNotices } from './ComposerNotices.js';
export { MentionMenu } from './MentionMenu.js';
export { MessageTotals } from './MessageTotals.js';
