import { selectionIn } from './selection-in.js';

/** Words of an answer that the user has selected. */
export interface SelectedWords {
  messageId: string;
  words: string;
  /** The last line of the selection. */
  lastLine: DOMRect;
}

export interface QuotableWords extends SelectedWords {
  /** Puts them into the composer. */
  quote: () => void;
}

const ANSWER = '[data-ick-part=message][data-role=assistant]';

/** Returns what is selected in one answer of a conversation; `undefined` for a selection that goes beyond it. */
export function selectedWords(conversation: Element): SelectedWords | undefined {
  const selection = selectionIn(conversation);
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const answer = elementOf(range.startContainer)?.closest<HTMLElement>(ANSWER);
  if (!answer || !conversation.contains(answer)) return undefined;
  if (!answer.contains(range.endContainer)) {
    // A triple click selects up to the beginning of what follows.
    const all = withoutSpace(range.toString());
    range.setEnd(answer, answer.childNodes.length);
    if (withoutSpace(range.toString()) !== all) return undefined;
  }
  const words = selection.toString().replaceAll(/^\s*\n|\s+$/g, '');
  const lastLine = Array.from(range.getClientRects()).findLast(({ width }) => width > 0);
  const messageId = answer.dataset['messageId'];
  return words.trim() !== '' && lastLine && messageId !== undefined
    ? { messageId, words, lastLine }
    : undefined;
}

const elementOf = (node: Node): Element | null =>
  node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');
