export { collectImages } from './collect-images.js';
export { readPaste } from './read-paste.js';
export type { PastedImages, PasteOptions } from './read-paste.js';
export type {
  ImageSource,
  IntakeInput,
  IntakeOptions,
  IntakeRejection,
  IntakeRejectionCode,
  IntakeResult,
  IntakeSource,
} from './types.js';
