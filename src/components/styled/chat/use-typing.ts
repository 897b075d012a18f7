import { type RefObject, useEffect } from 'react';
import { targetOf } from '../../shared/focused-element.js';
import { questionText } from '../composer/question-text.js';

/** What has the focus while one reads: the conversation, or one message of it. */
const READ = '[data-ick-part="messages"], [data-ick-part="message"]';

/** Moves the focus from the conversation to the text with the first character that is typed, which is not lost. */
export function useTyping(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const chat = root.current;
    if (!chat) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
      // Space scrolls.
      const isText = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
      if (!isText || isComposing || defaultPrevented || !targetOf(event).matches(READ)) return;
      questionText(chat)?.focus();
    };
    chat.addEventListener('keydown', onKeyDown);
    return () => chat.removeEventListener('keydown', onKeyDown);
  }, [root]);
}
