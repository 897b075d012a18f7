/** Adapters for the AI SDK (`ai` and its `useChat`). Only its types are used, so nothing of it is bundled. */
export { createImageChatTransport } from './ai-sdk/create-image-chat-transport.js';
export type { ImageChatTransportOptions } from './ai-sdk/create-image-chat-transport.js';
export { fromUIMessages } from './ai-sdk/from-ui-messages.js';
export { toFileUIParts } from './ai-sdk/to-file-ui-parts.js';
export type { FileUIPartOptions } from './ai-sdk/to-file-ui-parts.js';
