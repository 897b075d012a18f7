import { Check } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useRef,
  useState,
} from 'react';
import { useLatest } from '../../../react/use-latest.js';
import { useInView } from '../shared/use-in-view.js';

export interface ThumbnailGridProps {
  label: string;
  count: number;
  labelOf: (index: number) => string;
  renderThumbnail: (index: number) => ReactNode;
  chosen: readonly number[];
  onChosenChange: (chosen: readonly number[]) => void;
  /** Called when the user presses Enter. */
  onEnter: () => void;
}

/**
 * A list box of thumbnails, of which any number can be chosen. Arrow keys move, Space and a press choose, Shift extends
 * the choice. Only thumbnails in or near the visible part are rendered.
 */
export function ThumbnailGrid(props: ThumbnailGridProps): ReactElement {
  const { label, count, labelOf, renderThumbnail, chosen, onChosenChange, onEnter } = props;
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(chosen[0] ?? 0);
  /** Where a choice that Shift extends begins. */
  const anchor = useRef(current);
  const isChosen = new Set(chosen);

  const choose = (index: number, isExtending: boolean): void => {
    const next = new Set(chosen);
    if (isExtending) {
      const [low, high] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      for (let at = low; at <= high; at += 1) next.add(at);
    } else {
      if (!next.delete(index)) next.add(index);
      anchor.current = index;
    }
    setCurrent(index);
    onChosenChange([...next].toSorted((a, b) => a - b));
  };
  const latestChoose = useLatest(choose);
  const press = useCallback(
    (index: number, event: MouseEvent): void => latestChoose.current(index, event.shiftKey),
    [latestChoose],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, shiftKey } = event;
    if (key === ' ') choose(current, shiftKey);
    else if (key === 'Enter') onEnter();
    else if (key === 'a' && (event.ctrlKey || event.metaKey)) {
      onChosenChange(Array.from({ length: count }, (_none, index) => index));
    } else {
      const target = targetOf(event, current, count);
      if (target === undefined) return;
      setCurrent(target);
      if (shiftKey) choose(target, true);
      const option = list.current?.children[target];
      if (option instanceof HTMLElement) option.focus();
    }
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select shows no thumbnails
      role="listbox"
      tabIndex={-1}
      aria-multiselectable
      aria-label={label}
      onKeyDown={onKeyDown}
      className="ik:grid ik:min-h-0 ik:grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] ik:gap-2 ik:overflow-y-auto ik:p-1"
    >
      {Array.from({ length: count }, (_none, index) => (
        <ThumbnailOption
          key={index}
          index={index}
          label={labelOf(index)}
          isChosen={isChosen.has(index)}
          isCurrent={index === Math.min(current, count - 1)}
          renderThumbnail={renderThumbnail}
          onPress={press}
        />
      ))}
    </div>
  );
}

/** Returns the option that a key leads to, or `undefined` for other keys. */
function targetOf(
  { key, currentTarget }: KeyboardEvent<HTMLDivElement>,
  current: number,
  count: number,
): number | undefined {
  const { direction, gridTemplateColumns } = getComputedStyle(currentTarget);
  const columns = gridTemplateColumns.split(' ').length;
  const forward = direction === 'rtl' ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -current,
    End: count - 1 - current,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  const target = current + step;
  return target < 0 || target >= count ? current : target;
}

interface ThumbnailOptionProps {
  index: number;
  label: string;
  isChosen: boolean;
  isCurrent: boolean;
  renderThumbnail: (index: number) => ReactNode;
  onPress: (index: number, event: MouseEvent) => void;
}

const ThumbnailOption = memo(function ThumbnailOption(props: ThumbnailOptionProps): ReactElement {
  const { index, label, isChosen, isCurrent, renderThumbnail, onPress } = props;
  const option = useRef<HTMLDivElement>(null);
  const isInView = useInView(option);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list box handles the keys
    <div
      ref={option}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option holds no thumbnail
      role="option"
      aria-selected={isChosen}
      aria-label={label}
      tabIndex={isCurrent ? 0 : -1}
      data-autofocus={isCurrent ? '' : undefined}
      onClick={(event) => onPress(index, event)}
      className="ik:group/option ik:relative ik:grid ik:cursor-pointer ik:content-start ik:gap-1 ik:rounded-md ik:border ik:border-line ik:p-1.5 ik:text-center ik:text-xs ik:text-ink-2 ik:hover:bg-sunken ik:aria-selected:border-accent ik:aria-selected:bg-accent-soft ik:aria-selected:text-accent ik:[content-visibility:auto]"
    >
      <span className="ik:grid ik:h-28 ik:min-w-0 ik:place-items-center ik:overflow-hidden ik:rounded-sm ik:bg-sunken">
        {isInView && renderThumbnail(index)}
      </span>
      <span className="ik:truncate">{label}</span>
      {isChosen && (
        <span className="ik:absolute ik:end-1 ik:top-1 ik:grid ik:size-5 ik:place-items-center ik:rounded-full ik:bg-accent ik:text-accent-ink">
          <Check className="ik:size-4" strokeWidth={1.75} aria-hidden />
        </span>
      )}
    </div>
  );
});
