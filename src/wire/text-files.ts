import type { FileSupport } from '../messages/types.js';

/** Files that are sent as words. */
export const textFiles: FileSupport = {
  mediaTypes: ['text/*', 'application/json', 'application/xml', 'application/yaml'],
  kinds: ['bytes'],
};
