import { textMediaTypes } from '../internal/text-files.js';
import type { FileSupport } from '../messages/types.js';

/** Files that are sent as words. */
export const textFiles: FileSupport = { mediaTypes: textMediaTypes, kinds: ['bytes'] };
