import { type RefObject, useEffect } from 'react';
import { useLatest } from '../../../react/use-latest.js';
import { focusedElement } from '../../shared/focused-element.js';

export interface TextMenu<Item> {
  /** Id of the list; its options are `<id>-0`, `<id>-1` and so on. */
  listId: string;
  items: readonly Item[];
  /** Index of the active item. */
  index: number;
  onMove: (index: number) => void;
  onChoose: (item: Item) => void;
  onClose: () => void;
  /** Looks at the text after it or the caret has changed, or, without an event, for the first time. The same function in every render. */
  onLook: (event?: Event) => void;
}

/** A menu above a text, which keeps the focus: arrow keys navigate, Enter and Tab choose, Escape closes. */
export function useTextMenu<Item>(
  inputRef: RefObject<HTMLTextAreaElement | null>,
  menu: TextMenu<Item>,
): void {
  const { listId, items, index, onLook } = menu;
  const latest = useLatest(menu);
  useEffect(() => {
    const input = inputRef.current;
    if (!input) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      // Another menu of the same text has taken the key.
      if (event.defaultPrevented) return;
      const { items: shown, index: at, onMove, onChoose, onClose } = latest.current;
      const chosen = shown[at];
      if (!chosen || event.isComposing || event.shiftKey || event.altKey) return;
      const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
      const step = steps[event.key];
      if (step !== undefined) onMove((at + step + shown.length) % shown.length);
      else if (event.key === 'Enter' || event.key === 'Tab') onChoose(chosen);
      else if (event.key === 'Escape') onClose();
      else return;
      // The composer must not handle it: Enter would send.
      event.preventDefault();
      event.stopPropagation();
    };
    const close = (): void => latest.current.onClose();
    const listeners = { keydown: onKeyDown, input: onLook, click: onLook, blur: close } as const;
    for (const [type, listener] of Object.entries(listeners)) {
      input.addEventListener(type, listener as EventListener);
    }
    // The sign may have been typed before this menu was loaded.
    if (focusedElement(input) === input) queueMicrotask(() => onLook());
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        input.removeEventListener(type, listener as EventListener);
      }
    };
  }, [inputRef, onLook, latest]);

  const isOpen = items.length > 0;
  useEffect(() => {
    const input = inputRef.current;
    if (!isOpen || !input) return undefined;
    input.setAttribute('aria-controls', listId);
    input.setAttribute('aria-activedescendant', `${listId}-${index}`);
    return () => {
      input.removeAttribute('aria-controls');
      input.removeAttribute('aria-activedescendant');
    };
  }, [isOpen, index, inputRef, listId]);
}
