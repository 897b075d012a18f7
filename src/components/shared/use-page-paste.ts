import { type RefObject, useEffect } from 'react';
import { targetOf } from './focused-element.js';
import { isShown } from './is-shown.js';

export type TakePaste = (event: ClipboardEvent) => void;

/** The composers of this page, by what belongs to them: the chat around one, or its form. */
const composers = new Map<Element, TakePaste>();

/** Inputs without text, which take no paste; neither does a field that can only be read. */
const WITHOUT_TEXT = [
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
];
const TEXT_INPUT = `input${WITHOUT_TEXT.map((type) => `:not([type=${type} i])`).join('')}`;
/** Typing and pasting there is not ours, nor is anything in a dialog over the page. */
const OWN = `${TEXT_INPUT}:not([readonly]), textarea:not([readonly]), [contenteditable]:not([contenteditable="false" i]), dialog, [role=dialog]`;

/**
 * Passes a paste that no element of the page took to a composer: the one around the focus, or the only one that the page displays.
 */
export function usePagePaste(
  input: RefObject<Element | null>,
  take: TakePaste,
  isEnabled: boolean,
): void {
  useEffect(() => {
    const composer = input.current?.closest('[data-ick-part=image-chat], [data-ick-part=composer]');
    const page = composer?.ownerDocument;
    if (!isEnabled || !composer || !page) return undefined;
    const takeIfMeant: TakePaste = (event) => {
      if (!event.defaultPrevented && isMeant(event, composer)) take(event);
    };
    composers.set(composer, takeIfMeant);
    page.addEventListener('paste', takeIfMeant);
    return () => {
      composers.delete(composer);
      page.removeEventListener('paste', takeIfMeant);
    };
  }, [input, take, isEnabled]);
}

function isMeant(event: ClipboardEvent, composer: Element): boolean {
  const target = targetOf(event);
  const owner = target.closest(OWN);
  if (owner && !owner.contains(composer)) return false;
  if (isBehindDialog(composer)) return false;
  const around = [...composers.keys()].filter((other) => other.contains(target));
  const [innermost = onlyOne()] = around.filter((one) =>
    around.every((other) => other.contains(one)),
  );
  return innermost === composer;
}

/** Editing a question renders a composer inside of the chat. */
function onlyOne(): Element | undefined {
  const all = [...composers.keys()].filter(isShown);
  const outer = all.filter((one) => all.every((other) => other === one || !other.contains(one)));
  return outer.length === 1 ? outer[0] : undefined;
}

function isBehindDialog(composer: Element): boolean {
  const dialogs = composer.ownerDocument.querySelectorAll('dialog[open], [aria-modal=true]');
  return [...dialogs].some((dialog) => isModal(dialog) && !dialog.contains(composer));
}

function isModal(dialog: Element): boolean {
  if (dialog.getAttribute('aria-modal') === 'true') return true;
  try {
    return dialog.matches(':modal');
  } catch {
    // A DOM for tests may not know the word.
    return false;
  }
}
