'use client';
/** The components and hooks of a chat, without those whose code loads after the first paint: esbuild would load it before. */

export { useKitQueryClient } from './react/kit-query-client.js';
export { useBatch } from './react/batch/use-batch.js';
export { useAttachedFiles } from './react/use-attached-files.js';
export { useImageChat } from './react/use-image-chat.js';
export { useImageDrop } from './react/use-image-drop.js';
export { useImageMessage } from './react/use-image-message.js';
export { useImagePaste } from './react/use-image-paste.js';
export { useImagePicker } from './react/use-image-picker.js';
export { useImageQueue } from './react/use-image-queue.js';
export { useMentions } from './react/use-mentions.js';
export { useModels } from './react/use-models.js';
export { useQuestionMessage } from './react/use-question-message.js';
export type { UseAttachedFilesResult } from './react/use-attached-files.js';
export type { UseQuestionQueueResult } from './react/use-question-queue.js';
export type { UseBatchResult, UseBatchOptions } from './react/batch/batch-types.js';
export type { UseModelsResult, UseModelsOptions } from './react/use-models.js';
export type {
  UseImageChatResult,
  ImageChatComposer,
  UseImageChatOptions,
  UseImageMessageResult,
  UseImageMessageOptions,
  UseImageQueueResult,
  UseImageQueueOptions,
  QuestionOptions,
} from './react/types.js';
export type {
  UseImageCameraResult,
  ImageCameraStatus,
  UseImageClipboardResult,
  UseImageDropResult,
  UseImageLinkResult,
  UseImagePasteResult,
  UseImagePasteOptions,
  UseImagePickerResult,
  UseImagePickerOptions,
  UseImageScreenResult,
  UseIntakeOptions,
} from './react/intake-types.js';
export { BatchPanel } from './components/styled/batch/BatchPanel.js';
export { BatchPanelView } from './components/styled/batch/BatchPanelView.js';
export { AddMenu } from './components/styled/adding/AddMenu.js';
export { Composer } from './components/styled/composer/Composer.js';
export { ImageChat } from './components/styled/chat/ImageChat.js';
export { ImageChatView } from './components/styled/chat/ImageChatView.js';
export { ImageDropzone } from './components/styled/tray/ImageDropzone.js';
export { KitRoot } from './components/styled/chat/KitRoot.js';
export { useWords, WordsProvider } from './components/words/WordsProvider.js';
export type { BatchPanelProps } from './components/styled/batch/BatchPanel.js';
export type { BatchPanelViewProps } from './components/styled/batch/BatchPanelView.js';
export type { ComposerContent, ComposerProps } from './components/styled/composer/Composer.js';
export type { ImageChatProps } from './components/styled/chat/ImageChat.js';
export type { ImageChatViewProps } from './components/styled/chat/ImageChatView.js';
export type { ImageDropzoneProps } from './components/styled/tray/ImageDropzone.js';
export type { KitRootProps, Theme } from './components/styled/chat/KitRoot.js';
export type { Words } from './components/words/types.js';
export type { WordsProviderProps } from './components/words/WordsProvider.js';
