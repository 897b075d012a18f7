/** An adapter for CopilotKit's `attachments`. It imports nothing from it. */
export { createOnUpload } from './copilotkit/create-on-upload.js';
export type { ImageUploadResult, OnUpload } from './copilotkit/create-on-upload.js';
export { fromInputContent } from './copilotkit/from-input-content.js';
export type { InputContentPart } from './copilotkit/from-input-content.js';
export type { FileImageOptions } from './shared/prepare-file.js';
