/** The parts of a dropzone, `Dropzone.Root` and `Dropzone.Hint`. */
export { DropzoneHint as Hint } from './DropzoneHint.js';
export type { DropzoneHintProps as HintProps } from './DropzoneHint.js';
export { DropzoneRoot as Root } from './DropzoneRoot.js';
export type { DropzoneRootProps as RootProps } from './DropzoneRoot.js';
export type { DropzoneState as State } from './dropzone-context.js';
