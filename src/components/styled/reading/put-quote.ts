import type { ImageChatComposer } from '../../../react/types.js';
import { selectionIn } from './selection-in.js';

/** Puts words in front of the draft as a quote, and the focus into the composer. */
export function putQuote(
  words: string,
  { text, setText }: Pick<ImageChatComposer, 'text' | 'setText'>,
  conversation: Element,
): void {
  setText(`${quoted(words)}\n\n${text}`);
  selectionIn(conversation)?.removeAllRanges();
  inputBeside(conversation)?.focus();
}

/** Returns words as a quote in markdown. */
function quoted(words: string): string {
  return words
    .replaceAll(/\r?\n\s*\n/g, '\n\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Returns the field of the composer that is nearest to the conversation, and not in it: there questions are edited. */
function inputBeside(conversation: Element): HTMLElement | undefined {
  for (let around = conversation.parentElement; around; around = around.parentElement) {
    const inputs = around.querySelectorAll<HTMLElement>('[data-ick-part=composer-input]');
    const outside = Array.from(inputs).find((input) => !conversation.contains(input));
    if (outside) return outside;
  }
  return undefined;
}
