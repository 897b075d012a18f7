'use client';
/** The editor that marks up images. Its code loads with the first image that is marked up. */

export { MarkupDialog, QueueMarkup } from './components/styled/markup/MarkupDialog.js';
export type { MarkupDialogProps, MarkupResult } from './components/styled/markup/markup.lazy.js';
export type { QueueMarkupProps } from './components/styled/markup/types.js';
export type { MarkupWords } from './components/words/english/markup.js';
