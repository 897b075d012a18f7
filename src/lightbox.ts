'use client';
/** Images in large. The code of the dialogs loads with the first image that is opened. */

export { Lightbox } from './components/styled/lightbox/Lightbox.js';
export { QueueLightbox } from './components/styled/lightbox/QueueLightbox.js';
export type {
  LightboxImage,
  LightboxProps,
  QueueLightboxProps,
} from './components/styled/lightbox/types.js';
export type { LightboxWords } from './components/words/english/lightbox.js';
