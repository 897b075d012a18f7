import { CaretsToAxisDashedVertical, Plus, RotateCcw, RotateCw, Trash2 } from 'lucide-react';
import { type ReactElement, type RefObject } from 'react';
import { withMark } from '../../../markup/change.js';
import { keepInside } from '../../../markup/keep-inside.js';
import { boxNumber } from '../../../markup/legend-text.js';
import { thicknesses, type Thickness } from '../../../markup/sizes.js';
import type { Mark } from '../../../markup/types.js';
import { IconButton } from '../shared/IconButton.js';
import { markColourNames, markColours, ratioNames } from './editor-types.js';
import { measure } from './measure.js';
import type { MarkupWords } from '../../words/english/markup.js';
import { RadioRow } from './RadioRow.js';
import type { Editor } from './use-editor.js';

export interface OptionRowProps {
  editor: Editor;
  words: MarkupWords;
  textRef: RefObject<HTMLInputElement | null>;
  /** Called when text was entered or a mark was inserted: the image takes the keys. */
  onDone: () => void;
}

const lines: Record<Thickness, string> = {
  fine: 'ik:h-0.5',
  medium: 'ik:h-1',
  bold: 'ik:h-2',
};

/** Options of the tool, or of the selected mark. */
export function OptionRow(props: OptionRowProps): ReactElement {
  const { editor, words, onDone } = props;
  const { tool, selected } = editor;
  const shown = selected?.type ?? tool;
  const isColoured = shown !== 'select' && shown !== 'crop' && shown !== 'redaction';
  const writtenOn = selected?.type === 'box' || selected?.type === 'text' ? selected : undefined;
  const canInsert = tool !== 'select' && tool !== 'crop' && tool !== 'pen';
  return (
    <div
      data-ick-part="markup-options"
      // It has its height even if it is empty, and what a phone has no room for is over the image: nothing moves the image.
      className="ik:flex ik:h-10 ik:max-w-full ik:min-w-0 ik:flex-none ik:items-center ik:gap-1 ik:overflow-x-auto ik:[justify-content:safe_center] ik:min-[56.25rem]:flex-1 ik:min-[56.25rem]:justify-start"
    >
      {tool === 'crop' && <CropOptions editor={editor} words={words} />}
      {isColoured && <StyleOptions editor={editor} words={words} />}
      {writtenOn && <TextInput {...props} mark={writtenOn} />}
      {canInsert && (
        <button
          type="button"
          data-ick-tooltip={isColoured ? words.insert(tool) : undefined}
          onClick={() => {
            editor.insert();
            onDone();
          }}
          className="ik:flex ik:h-9 ik:flex-none ik:items-center ik:gap-1 ik:rounded-sm ik:px-2 ik:text-sm ik:whitespace-nowrap ik:text-ink-2 ik:-outline-offset-2 ik:hover:bg-sunken ik:hover:text-ink"
        >
          <Plus className="ik:size-4" strokeWidth={1.75} aria-hidden />
          <span className={isColoured ? 'ik:sr-only' : ''}>{words.insert(tool)}</span>
        </button>
      )}
      {selected ? (
        <IconButton
          icon={Trash2}
          label={words.remove}
          onClick={editor.remove}
          className="ik:-outline-offset-2 ik:min-[56.25rem]:ms-auto"
        />
      ) : (
        // Where they are centred, the others would move when it comes.
        canInsert && <span className="ik:w-8 ik:flex-none ik:min-[56.25rem]:hidden" />
      )}
      {tool === 'select' && !selected && (
        <span className="ik:px-2 ik:text-sm ik:text-ink-3">{words.selectHint}</span>
      )}
    </div>
  );
}

type PartProps = Pick<OptionRowProps, 'editor' | 'words'>;

function CropOptions({ editor, words }: PartProps): ReactElement {
  const isStanding = editor.view.height > editor.view.width;
  const nameOf = (ratio: string): string => {
    if (ratio === 'free') return words.freeRatio;
    if (ratio === 'original') return words.originalRatio;
    return isStanding ? ratio.split(':').toReversed().join(':') : ratio;
  };
  return (
    <>
      <IconButton icon={RotateCcw} label={words.turnLeft} onClick={editor.turnLeft} />
      <IconButton icon={RotateCw} label={words.turnRight} onClick={editor.turnRight} />
      <IconButton icon={CaretsToAxisDashedVertical} label={words.flip} onClick={editor.flip} />
      <RadioRow
        label={words.ratios}
        value={editor.ratio}
        onChange={editor.setRatio}
        choices={ratioNames.map((value) => ({
          value,
          label: nameOf(value),
          children: <span className="ik:px-1.5 ik:sm:px-2 ik:tabular-nums">{nameOf(value)}</span>,
        }))}
      />
    </>
  );
}

function StyleOptions({ editor, words }: PartProps): ReactElement {
  return (
    <>
      <RadioRow
        label={words.colours}
        value={editor.colour}
        onChange={editor.setColour}
        choices={markColourNames.map((value) => ({
          value,
          label: words.colour(value),
          children: (
            <span
              style={{ background: markColours[value] }}
              className="ik:size-5 ik:rounded-full ik:ring-1 ik:ring-white/40 ik:forced-color-adjust-none ik:forced-colors:ring-[GrayText]"
            />
          ),
        }))}
      />
      <RadioRow
        label={words.thicknesses}
        value={editor.thickness}
        onChange={editor.setThickness}
        choices={thicknesses.map((value) => ({
          value,
          label: words.thickness(value),
          children: (
            <span
              className={`ik:w-5 ik:rounded-full ik:bg-current ik:forced-colors:bg-[CanvasText] ${lines[value]}`}
            />
          ),
        }))}
      />
    </>
  );
}

function TextInput({
  editor,
  words,
  textRef,
  onDone,
  mark,
}: OptionRowProps & { mark: Extract<Mark, { text: string }> }): ReactElement {
  const { markup, view } = editor;
  const label = mark.type === 'box' ? words.boxText(boxNumber(markup.marks, mark.id)) : words.text;
  return (
    <input
      ref={textRef}
      type="text"
      dir="auto"
      maxLength={200}
      aria-label={label}
      placeholder={label}
      value={mark.text}
      onChange={({ target }) =>
        editor.commit(
          withMark(markup, keepInside({ ...mark, text: target.value }, view, measure)),
          `text of ${mark.id}`,
        )
      }
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
      className="ik:absolute ik:inset-x-2 ik:bottom-full ik:mx-auto ik:mb-2 ik:h-11 ik:max-w-96 ik:rounded-sm ik:border ik:border-solid ik:border-line-strong ik:bg-sunken ik:px-3 ik:text-sm ik:text-ink ik:shadow-card ik:-outline-offset-2 ik:placeholder:text-ink-3"
    />
  );
}
