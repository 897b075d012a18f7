export { MarkupDialogView } from './MarkupDialogView.js';
export type { MarkupDialogProps } from './MarkupDialogView.js';
export type { MarkupResult } from './MarkupEditor.js';
export { QueueMarkupView } from './QueueMarkupView.js';
