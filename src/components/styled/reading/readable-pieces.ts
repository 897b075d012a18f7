import type { AnswerPartsWords } from '../../words/english/answer-parts.js';
import type { SpokenPiece } from './speaker.js';

/** A voice on a server may stop after about fifteen seconds. */
const MAX_CHARACTERS = 240;

/** Elements that end what is read in one go. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, tr, blockquote, pre, dt, dd, div, ul, ol, table, br';

/** Buttons are not part of what an answer says, except for those in its text. */
const SILENT =
  'button:not([data-ick-part=image-reference]), [aria-hidden=true], svg, input, script, style, [data-ick-part=link-host], [data-ick-part=notice]';

const CODE = '[data-ick-part=code-block], pre';
const FORMULA = '[data-ick-part=math], [data-ick-part=math-source], math';

export interface ReadableOptions {
  words: Pick<AnswerPartsWords, 'codeBlock' | 'formula'>;
  /** Language of text that does not say its own. */
  language: string;
}

/**
 * Returns what a message says as it is rendered, without the signs of markdown. Code, formulas and images are named. A `lang`
 * of the text is kept.
 */
export function readablePieces(message: Element, options: ReadableOptions): SpokenPiece[] {
  const { words } = options;
  const pieces: SpokenPiece[] = [];
  let said = '';
  let language = options.language;

  function end(): void {
    for (const text of inSentences(said)) pieces.push({ text, language });
    said = '';
  }

  function say(text: string, from: Element): void {
    const own = languageOf(from, message) ?? options.language;
    if (own !== language) end();
    language = own;
    said += text;
  }

  function visit(element: Element): void {
    if (element.matches(SILENT)) return;
    if (element.matches(CODE)) {
      const image = element.querySelector('img');
      const label = element.querySelector('bdi')?.textContent.trim() ?? '';
      end();
      say(image ? image.alt : words.codeBlock(label), element);
      end();
      return;
    }
    if (element.matches(FORMULA)) {
      say(` ${words.formula} `, element);
      return;
    }
    if (element.matches('img')) {
      say(` ${element.getAttribute('alt') ?? ''} `, element);
      return;
    }
    const isBlock = element.matches(BLOCKS);
    if (isBlock) end();
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) say(node.nodeValue ?? '', element);
      else if (node.nodeType === Node.ELEMENT_NODE) visit(node as Element);
    }
    if (isBlock) end();
    else if (element.matches('td, th')) said += ', ';
  }

  for (const text of message.querySelectorAll(
    '[data-ick-part=message-text], [data-ick-part=answer-object]',
  )) {
    visit(text);
    end();
  }
  return pieces;
}

/** The `lang` of an element within the conversation: that of the page is the page's own. */
function languageOf(element: Element, message: Element): string | undefined {
  const marked = element.closest<HTMLElement>('[lang]');
  const conversation = message.closest('[data-ick-part=messages]') ?? message;
  return marked && conversation.contains(marked) && marked.lang !== '' ? marked.lang : undefined;
}

/** Cuts a long text behind its sentences. */
function inSentences(text: string): string[] {
  const whole = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;])/g, '')
    .replace(/[\s,]+$/, '')
    .trim();
  if (whole === '') return [];
  if (whole.length <= MAX_CHARACTERS) return [whole];
  const parts: string[] = [];
  for (const sentence of whole.match(/.+?(?:[.!?…:;؟]+(?=\s|$)|[。！？]+|$)\s*/gsu) ?? [whole]) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= MAX_CHARACTERS) {
      parts[parts.length - 1] = last + sentence;
    } else parts.push(sentence);
  }
  return parts.map((part) => part.trim());
}
