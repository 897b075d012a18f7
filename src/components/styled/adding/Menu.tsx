import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { focusedElement } from '../../shared/focused-element.js';
import type { IconComponent } from '../shared/icon.js';
import { placeBeside } from './place-beside.js';

export interface MenuItem {
  icon?: IconComponent | undefined;
  label: string;
  /** Below the label. */
  note?: string | undefined;
  /** Set if it is one of several choices. */
  isChecked?: boolean | undefined;
  onPress: () => void;
}

export interface MenuProps {
  /** Name for screen readers. */
  label: string;
  /** What can be chosen. */
  items: readonly MenuItem[];
  /** The button that opened it: the menu is placed next to it and returns the focus to it. */
  anchor: RefObject<HTMLElement | null>;
  /** Called when it should close. */
  onClose: () => void;
  /** Value of `data-ick-part`. @defaultValue 'add-menu' */
  part?: string;
}

/** Arrow keys navigate, a letter jumps, Enter chooses, Escape and a press elsewhere close. */
export function Menu({
  label,
  items,
  anchor,
  onClose,
  part = 'add-menu',
}: MenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return undefined;
    const place = (): void => {
      if (anchor.current) placeBeside(element, anchor.current);
    };
    // On top, and not clipped by anything around it.
    if (typeof element.showPopover === 'function') element.showPopover();
    place();
    const items = itemsOf(element);
    const checked = items.find((item) => item.getAttribute('aria-checked') === 'true');
    (checked ?? items[0])?.focus({ preventScroll: true });
    view.addEventListener('resize', place);
    view.addEventListener('scroll', place, true);
    return () => {
      view.removeEventListener('resize', place);
      view.removeEventListener('scroll', place, true);
    };
  }, [anchor]);

  useEffect(() => {
    const page = menu.current?.ownerDocument;
    const onPointerDown = (event: PointerEvent): void => {
      const path = event.composedPath();
      const isInside = [menu, anchor].some(({ current }) => current && path.includes(current));
      if (!isInside) onClose();
    };
    page?.addEventListener('pointerdown', onPointerDown);
    return () => page?.removeEventListener('pointerdown', onPointerDown);
  }, [anchor, onClose]);

  const leave = (): void => {
    anchor.current?.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Tab') {
      leave();
      return;
    }
    if (event.key === 'Escape') leave();
    else if (!walk(event)) return;
    // Must not propagate: Escape would stop the answer.
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const isElsewhere = relatedTarget && relatedTarget !== anchor.current;
    if (isElsewhere && !currentTarget.contains(relatedTarget)) onClose();
  };

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      data-ick-part={part}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      className="ik:fixed ik:inset-auto ik:z-50 ik:m-0 ik:max-h-[calc(100dvh-16px)] ik:max-w-[calc(100dvw-16px)] ik:min-w-[min(14rem,100dvw-16px)] ik:overflow-y-auto ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-1 ik:text-ink ik:shadow-card"
    >
      {items.map(({ icon: Icon, label: name, note, isChecked, onPress }) => (
        <button
          key={name}
          type="button"
          role={isChecked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={isChecked}
          tabIndex={-1}
          onClick={() => {
            leave();
            onPress();
          }}
          className="ik:flex ik:min-h-9 ik:w-full ik:items-center ik:gap-2.5 ik:rounded-sm ik:px-2.5 ik:py-1.5 ik:text-start ik:text-sm ik:hover:bg-sunken ik:focus-visible:bg-sunken ik:focus-visible:-outline-offset-2 ik:pointer-coarse:min-h-11"
        >
          {Icon ? (
            <Icon className="ik:size-4.5 ik:text-ink-2" strokeWidth={1.75} aria-hidden />
          ) : (
            <span className="ik:size-4.5 ik:flex-none" />
          )}
          <span>
            {name}
            {note !== undefined && (
              <span className="ik:block ik:text-xs ik:text-ink-2 ik:tabular-nums">{note}</span>
            )}
          </span>
        </button>
      ))}
    </div>
  );
}

const itemsOf = (menu: HTMLElement): HTMLElement[] =>
  Array.from(menu.querySelectorAll<HTMLElement>('[role^=menuitem]'));

/** Whether a key was one of the menu's. */
function walk({
  key,
  currentTarget,
  ctrlKey,
  metaKey,
  altKey,
}: KeyboardEvent<HTMLElement>): boolean {
  const items = itemsOf(currentTarget);
  const focused = focusedElement(currentTarget);
  const at = items.findIndex((item) => item === focused);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  const step = steps[key];
  if (step !== undefined) {
    items.at(step % items.length)?.focus();
    return true;
  }
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return false;
  const letter = key.toLocaleLowerCase();
  const behind = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  behind.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  return true;
}
