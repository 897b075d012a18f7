/** An adapter for react-dropzone's `getFilesFromEvent`. It imports nothing from it. */
export { createGetFilesFromEvent } from './react-dropzone/create-get-files-from-event.js';
export type {
  DropEventLike,
  GetFilesFromEvent,
  GetFilesFromEventOptions,
} from './react-dropzone/create-get-files-from-event.js';
export { imagePartOf } from './react-dropzone/image-part-of.js';
