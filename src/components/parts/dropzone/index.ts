export { DropzoneHint } from './DropzoneHint.js';
export type { DropzoneHintProps } from './DropzoneHint.js';
export { DropzoneRoot } from './DropzoneRoot.js';
export type { DropzoneRootProps } from './DropzoneRoot.js';
export { DropzoneContext } from './dropzone-context.js';
export type { DropzoneState } from './dropzone-context.js';
