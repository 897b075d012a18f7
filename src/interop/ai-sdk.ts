/** Adapters for the AI SDK (`ai` 5, 6 or 7 and its `useChat`). They import nothing from it. */
export { createImageChatTransport } from './ai-sdk/create-image-chat-transport.js';
export type { ImageChatTransportOptions } from './ai-sdk/create-image-chat-transport.js';
export { fromUIMessages } from './ai-sdk/from-ui-messages.js';
export { prepareFileUIParts } from './ai-sdk/prepare-file-ui-parts.js';
export type {
  PrepareFileUIPartsOptions,
  UnpreparedFileUIPart,
} from './ai-sdk/prepare-file-ui-parts.js';
export { toFileUIParts } from './ai-sdk/to-file-ui-parts.js';
export type { FileUIPartOptions } from './ai-sdk/to-file-ui-parts.js';
export type {
  AnswerChunk,
  FileUIPart,
  ImageChatTransport,
  SendMessagesOptions,
  UIMessageLike,
  UIMessagePartLike,
} from './ai-sdk/types.js';
export type { FileImageOptions } from './shared/prepare-file.js';
