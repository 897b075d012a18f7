export { useKitQueryClient } from './kit-query-client.js';
export type { ChoosablePicture, DetailChoice, DetailChoices } from './detail-choices.js';
export { mergeProps } from './merge-props.js';
export { splitMentions } from '../messages/mentions.js';
export { batchCsv, batchJsonl } from './batch-table.js';
export { useBatch } from './use-batch.js';
export { useImageChat } from './use-image-chat.js';
export { useImageCamera } from './use-image-camera.js';
export { useImageClipboard } from './use-image-clipboard.js';
export { useImageDrop } from './use-image-drop.js';
export { useImageLink } from './use-image-link.js';
export { useImageMessage } from './use-image-message.js';
export { useQuestionMessage } from './use-question-message.js';
export { useImagePaste } from './use-image-paste.js';
export { useImagePicker } from './use-image-picker.js';
export { useImageQueue } from './use-image-queue.js';
export { useImageScreen } from './use-image-screen.js';
export { useMentions } from './use-mentions.js';
export { useModels } from './use-models.js';
export { useLatest } from './use-latest.js';
export { useLazyFailure, useLazyPart } from './use-lazy-part.js';
export { useObjectUrl } from './use-object-url.js';
export type {
  ImageUpload,
  RemoveUpload,
  UploadImage,
  UploadInput,
  UploadOptions,
  UploadProblem,
  UploadStatus,
} from './upload-types.js';
export type {
  Batch,
  BatchOptions,
  BatchPicture,
  BatchPictureProblem,
  BatchRow,
  BatchStep,
} from './batch-types.js';
export type { Models, ModelsOptions } from './use-models.js';
export type {
  ImageCamera,
  ImageCameraStatus,
  ImageClipboard,
  ImageDrop,
  ImageLink,
  ImagePaste,
  ImagePasteOptions,
  ImagePicker,
  ImagePickerOptions,
  ImageScreen,
  IntakeHookOptions,
} from './intake-types.js';
export type {
  ImageChat,
  ImageChatComposer,
  ImageChatOptions,
  ImageMessage,
  ImageMessageOptions,
  ImageQueueHook,
  ImageQueueHookOptions,
  QuestionOptions,
  QueueAddition,
} from './types.js';
