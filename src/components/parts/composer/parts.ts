/** The parts of a composer, as `Composer.Root` and `Composer.Input`. */
export { ComposerAddButton as AddButton } from './ComposerAddButton.js';
export type { ComposerAddButtonProps as AddButtonProps } from './ComposerAddButton.js';
export { ComposerInput as Input } from './ComposerInput.js';
export type { ComposerInputProps as InputProps } from './ComposerInput.js';
export { ComposerRoot as Root } from './ComposerRoot.js';
export type { ComposerRootProps as RootProps } from './ComposerRoot.js';
export { ComposerSend as Send } from './ComposerSend.js';
export type { ComposerSendProps as SendProps } from './ComposerSend.js';
export { ComposerStop as Stop } from './ComposerStop.js';
export type { ComposerStopProps as StopProps } from './ComposerStop.js';
export { ComposerUndo as Undo } from './ComposerUndo.js';
export type { ComposerUndoProps as UndoProps } from './ComposerUndo.js';
export { ComposerUnsent as Unsent } from './ComposerUnsent.js';
export type { ComposerUnsentProps as UnsentProps } from './ComposerUnsent.js';
export { ComposerSummary as Summary } from './ComposerSummary.js';
export type { ComposerSummaryProps as SummaryProps } from './ComposerSummary.js';
export type { ComposerState as State } from './composer-context.js';
