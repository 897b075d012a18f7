/** Adapters for assistant-ui. They import nothing from it. */
export { createAttachmentAdapter } from './assistant-ui/create-attachment-adapter.js';
export { createChatModelAdapter } from './assistant-ui/create-chat-model-adapter.js';
export { fromThreadMessages } from './assistant-ui/from-thread-messages.js';
export { toImageMessageParts } from './assistant-ui/to-image-message-parts.js';
export type {
  AnswerPart,
  AnswerStatus,
  AnswerUpdate,
  CompleteImage,
  ImageAttachmentAdapter,
  ImageChatModelAdapter,
  ImageMessagePart,
  PendingImage,
  ThreadMessageLike,
  ThreadMessagePartLike,
} from './assistant-ui/types.js';
export type { AnswerOptions } from './shared/stream-answer.js';
export type { FileImageOptions } from './shared/prepare-file.js';
