import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { ModalDialog } from '../adding/ModalDialog.js';
import { KitRoot } from '../chat/KitRoot.js';
import { formatRanges, parseRanges } from './ranges.js';
import { ThumbnailGrid } from './ThumbnailGrid.js';
import { useChoosingWords } from './use-choosing-words.js';

export interface ThumbnailChooserProps {
  /** Title of the dialog: `Pages of report.pdf`. */
  title: string;
  /** How many thumbnails there are. */
  count: number;
  /** Returns the label of a thumbnail: `Page 3`. */
  labelOf: (index: number) => string;
  /**
   * Renders a thumbnail. It is mounted while it is in or near the visible part of the grid, so that memory stays bounded.
   */
  renderThumbnail: (index: number) => ReactNode;
  /** Indexes of the chosen thumbnails, ascending. */
  chosen: readonly number[];
  /** Called with the new choice. */
  onChosenChange: (chosen: readonly number[]) => void;
  /** How many may be chosen. @defaultValue no limit */
  maxChosen?: number;
  /** Label of a field for ranges, such as `1-3, 7`. Without it there is none. */
  rangeLabel?: string;
  /** Called when the user adds what is chosen. */
  onAdd: () => void;
  /** Called when the user closes the dialog. */
  onCancel: () => void;
  /** Other buttons, before Cancel. */
  actions?: ReactNode;
  /** Content above the grid. */
  children?: ReactNode;
}

/** Thumbnails after these are not shown; the field for ranges reaches them. */
const MAX_SHOWN = 1000;

/** A dialog that asks which parts of a file become images: pages, frames, layers. */
export function ThumbnailChooser(props: ThumbnailChooserProps): ReactElement {
  const { title, count, labelOf, renderThumbnail, chosen, onChosenChange, children } = props;
  const { maxChosen = Number.POSITIVE_INFINITY, rangeLabel, onAdd, onCancel, actions } = props;
  const { cancel } = useWords();
  const words = useChoosingWords();
  /** What the user is typing, which may name no ranges yet. */
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const isBadRange = typed !== undefined && parseRanges(typed, count) === undefined;
  const isTooMany = chosen.length > maxChosen;
  const canAdd = chosen.length > 0 && !isTooMany && !isBadRange;
  const shown = Math.min(count, MAX_SHOWN);

  const change = (next: readonly number[]): void => {
    setTyped(undefined);
    onChosenChange(next);
  };
  const add = (): void => {
    if (canAdd) onAdd();
  };
  const type = (text: string): void => {
    setTyped(text);
    const indexes = parseRanges(text, count);
    if (indexes) onChosenChange(indexes);
  };
  const onFieldKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // A form of the app around it must not be submitted.
    event.preventDefault();
    add();
  };
  return (
    <KitRoot>
      <ModalDialog
        label={title}
        onClose={onCancel}
        closesOnPressOutside={chosen.length === 0}
        className="ik:w-[min(calc(100dvw-2rem),44rem)] ik:bg-surface ik:p-0 ik:text-ink"
      >
        <div className="ik:flex ik:max-h-[calc(100dvh-2rem)] ik:flex-col ik:gap-3 ik:p-4">
          <p className="ik:text-md ik:font-semibold ik:wrap-anywhere">{title}</p>
          {children}
          <div className="ik:flex ik:flex-wrap ik:items-center ik:gap-2">
            {rangeLabel !== undefined && (
              <label className="ik:flex ik:min-w-0 ik:flex-[1_1_14rem] ik:items-center ik:gap-3 ik:text-sm ik:font-medium">
                {rangeLabel}
                <input
                  type="text"
                  autoComplete="off"
                  spellCheck={false}
                  dir="ltr"
                  placeholder={words.rangeHint}
                  value={typed ?? formatRanges(chosen)}
                  aria-invalid={isBadRange}
                  aria-describedby={`${id}-told`}
                  onChange={(event) => type(event.target.value)}
                  onKeyDown={onFieldKeyDown}
                  onBlur={() => !isBadRange && setTyped(undefined)}
                  className={field}
                />
              </label>
            )}
            <div className="ik:flex ik:gap-2">
              <button
                type="button"
                className={`${button} ik:border ik:border-line-strong ik:hover:bg-sunken`}
                onClick={() =>
                  change(
                    Array.from({ length: Math.min(count, maxChosen) }, (_none, index) => index),
                  )
                }
              >
                {words.all}
              </button>
              <button
                type="button"
                className={`${button} ik:border ik:border-line-strong ik:hover:bg-sunken`}
                onClick={() => change([])}
              >
                {words.none}
              </button>
            </div>
          </div>
          <ThumbnailGrid
            label={title}
            count={shown}
            labelOf={labelOf}
            renderThumbnail={renderThumbnail}
            chosen={chosen}
            onChosenChange={change}
            onEnter={add}
          />
          {count > shown && <p className="ik:text-sm ik:text-ink-2">{words.notShown(shown)}</p>}
          <div className="ik:flex ik:flex-wrap ik:items-center ik:justify-end ik:gap-2">
            <p
              id={`${id}-told`}
              aria-live="polite"
              data-bad={isBadRange || isTooMany ? '' : undefined}
              className="ik:min-w-0 ik:flex-[1_1_14rem] ik:text-sm ik:text-ink-2 ik:data-bad:text-bad"
            >
              {isBadRange
                ? words.badRange(count)
                : isTooMany
                  ? words.tooMany(maxChosen)
                  : words.chosen(chosen.length, count)}
            </p>
            <div className="ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
              {actions}
              <button type="button" className={`${button} ik:hover:bg-sunken`} onClick={onCancel}>
                {cancel}
              </button>
              <button
                type="button"
                disabled={!canAdd}
                onClick={add}
                className={`${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`}
              >
                {words.add(chosen.length)}
              </button>
            </div>
          </div>
        </div>
      </ModalDialog>
    </KitRoot>
  );
}

const field =
  'ik:h-9 ik:w-full ik:min-w-0 ik:rounded-sm ik:border ik:border-line-strong ik:bg-transparent ik:px-3 ik:text-md ik:text-ink ik:placeholder:text-ink-3 ik:aria-invalid:border-bad ik:pointer-coarse:h-11 ik:[font-family:inherit] ik:pointer-coarse:text-[max(1rem,16px)]';

const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150 ik:pointer-coarse:h-11';
