/** For react-dropzone's `getFilesFromEvent`. Nothing of it is imported. */
export { createGetFilesFromEvent } from './react-dropzone/create-get-files-from-event.js';
export type {
  DropEventLike,
  GetFilesFromEvent,
  GetFilesFromEventOptions,
} from './react-dropzone/create-get-files-from-event.js';
export { imagePartOf } from './react-dropzone/image-part-of.js';
