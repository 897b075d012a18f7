import { type ChatMessage, pruneImages } from 'image-chat-kit/core';

/** In `ImageChat` and `useImageChat`, `imageHistory` takes the same options. */
export function shorten(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return pruneImages(messages, { keepTurns: 2, stepTurns: 2, older: 'placeholder' });
}
