'use client';
/** Parts without looks: behaviour, words and state, in families. */

export * as Composer from './components/parts/composer/parts.js';
export * as Dropzone from './components/parts/dropzone/parts.js';
export * as Messages from './components/parts/messages/parts.js';
export * as Tray from './components/parts/tray/parts.js';

export { Announcer, useAnnounce } from './components/parts/announcer/index.js';
export { useComposer, useQueueIntake } from './components/parts/composer/index.js';
export { DropzoneContext } from './components/parts/dropzone/index.js';
export {
  imagesOf,
  ResolveImageUrlContext,
  textOf,
  useImageUrl,
  useMessage,
  useResolvedImage,
} from './components/parts/messages/index.js';
export { useTrayItem } from './components/parts/tray/index.js';
export { mergeProps } from './react/merge-props.js';
export { useObjectUrl } from './react/use-object-url.js';
export type { Announce, AnnouncerProps } from './components/parts/announcer/index.js';
export type { ComposerIntake, ComposerModel } from './components/parts/composer/index.js';
export type { MessageState, ResolvedImage } from './components/parts/messages/index.js';
export type { PartProps, PartRender, PartState } from './components/parts/part/index.js';
