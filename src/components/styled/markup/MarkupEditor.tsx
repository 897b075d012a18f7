import { History, Redo2, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { KitError } from '../../../errors.js';
import { isUntouched } from '../../../markup/change.js';
import { exportImage } from '../../../markup/export-image.js';
import { legendText } from '../../../markup/legend-text.js';
import type { Markup } from '../../../markup/types.js';
import { ZoomTools } from '../lightbox/ZoomTools.js';
import { IconButton } from '../shared/IconButton.js';
import { DiscardQuestion } from './DiscardQuestion.js';
import { type Tool, toolKeys, tools } from './editor-types.js';
import type { MarkupWords } from '../../words/english/markup.js';
import { OptionRow } from './OptionRow.js';
import { Stage } from './Stage.js';
import { ToolRow } from './ToolRow.js';
import { useEditor } from './use-editor.js';
import type { OpenedImage } from './use-markup-image.js';
import { useStageZoom } from './use-stage-zoom.js';

export interface MarkupResult {
  /** The new image: its pixels with the marks, and nothing else. */
  file: Blob;
  width: number;
  height: number;
  /** How it was created from the source. */
  markup: Markup;
  /** The file it was created from: one of the sources. */
  source: Blob;
  /** What the numbers in it mean; empty if nothing was written. */
  legend: string;
}

export interface MarkupEditorProps {
  image: OpenedImage;
  initial: Markup;
  /** Media type of the file, if its own type is wrong. */
  mediaType: string | undefined;
  title: string;
  words: MarkupWords;
  errorWords: (error: KitError) => string;
  say: (message: string) => void;
  onApply: (result: MarkupResult) => void | Promise<void>;
  /** Reverts all changes to the image. */
  onRevert: (() => void) | undefined;
  onClose: () => void;
  /** Receives the function that closes, or asks first. */
  setCloser: (close: () => void) => void;
}

/** Tools, the image and its actions, in one column. */
export function MarkupEditor(props: MarkupEditorProps): ReactElement {
  const { image, initial, mediaType, title, words, errorWords, say } = props;
  const { onApply, onRevert, onClose, setCloser } = props;
  const editor = useEditor({ size: image.size, initial, words, say });
  const zoom = useStageZoom(editor.view);
  const helpId = useId();
  const text = useRef<HTMLInputElement>(null);
  const wantsWords = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isApplying, setIsApplying] = useState(false);
  const [error, setError] = useState<KitError>();

  useEffect(() => {
    if (!wantsWords.current || !text.current) return;
    wantsWords.current = false;
    text.current.focus();
    text.current.select();
  });

  const close = (): void => {
    if (editor.isChanged) setIsAsking(true);
    else onClose();
  };
  useEffect(() => {
    setCloser(isAsking ? () => setIsAsking(false) : close);
  });
  const { stageRef } = zoom;
  const focusStage = (): void => stageRef.current?.focus({ preventScroll: true });
  useEffect(() => {
    if (!isAsking) stageRef.current?.focus({ preventScroll: true });
  }, [isAsking, stageRef]);

  const apply = async (): Promise<void> => {
    if (isApplying) return;
    const { markup } = editor;
    if (!editor.isChanged) onClose();
    else if (isUntouched(markup) && onRevert) onRevert();
    else {
      setIsApplying(true);
      setError(undefined);
      say(words.applying);
      const type = mediaType === undefined ? {} : { mediaType };
      try {
        const { blob: file, ...size } = await exportImage(image.source, markup, type);
        await onApply({
          file,
          ...size,
          markup,
          source: image.source,
          legend: legendText(markup.marks),
        });
      } catch (cause) {
        setIsApplying(false);
        if (KitError.is(cause)) setError(cause);
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const key = event.key.toLowerCase();
    const hasCommand = event.ctrlKey || event.metaKey;
    const isRadio = (event.target as Element).matches('input[type=radio]');
    const chosen = isTyping(event) ? undefined : toolOf(key);
    if (key === 'escape') close();
    else if (key === 'enter' && isRadio) void apply();
    else if (hasCommand && (key === 'y' || (key === 'z' && event.shiftKey))) editor.redo();
    else if (hasCommand && key === 'z') editor.undo();
    else if (chosen && !hasCommand && !event.altKey && !isAsking) editor.setTool(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        role="presentation"
        inert={isAsking}
        onKeyDown={onKeyDown}
        className="ik:flex ik:h-full ik:flex-col"
      >
        <div className="ik:flex ik:items-center ik:gap-0.5 ik:p-2">
          <IconButton icon={X} label={words.close} keys="Esc" onClick={close} />
          <bdi className="ik:hidden ik:min-w-0 ik:truncate ik:ps-1 ik:text-sm ik:sm:inline">
            {title}
          </bdi>
          <span className="ik:flex-1" />
          {onRevert && <IconButton icon={History} label={words.revert} onClick={onRevert} />}
          <ZoomTools view={zoom.shown} zoomBy={zoom.zoomBy} toFit={zoom.toFit} />
          {separator}
          <IconButton
            icon={Undo2}
            label={words.undo}
            keys="Ctrl+Z"
            disabled={!editor.canUndo}
            onClick={editor.undo}
          />
          <IconButton
            icon={Redo2}
            label={words.redo}
            keys="Ctrl+Shift+Z"
            disabled={!editor.canRedo}
            onClick={editor.redo}
          />
          <button
            type="button"
            disabled={isApplying}
            data-ick-tooltip={words.apply}
            data-ick-keys="Enter"
            onClick={() => void apply()}
            className="ik:ms-1.5 ik:h-9 ik:rounded-full ik:bg-accent ik:px-4 ik:text-sm ik:font-medium ik:text-accent-ink ik:disabled:opacity-50 ik:forced-colors:border"
          >
            {isApplying ? words.applying : words.apply}
          </button>
        </div>
        {error && (
          <p role="alert" className="ik:m-0 ik:px-4 ik:py-2 ik:text-center ik:text-sm ik:text-bad">
            {errorWords(error)}
          </p>
        )}
        <Stage
          editor={editor}
          image={image}
          zoom={zoom}
          words={words}
          helpId={helpId}
          say={say}
          onApply={() => void apply()}
          onWrite={() => {
            wantsWords.current = true;
          }}
        />
        <span id={helpId} hidden>
          {words.imageHelp}
        </span>
        <div data-ick-part="markup-bar" data-ick-tooltip-area="" className={bar}>
          <div className="ik:max-w-full ik:flex-none ik:overflow-x-auto">
            <ToolRow tool={editor.tool} onChange={editor.setTool} words={words} />
          </div>
          <span className="ik:mx-1 ik:hidden ik:h-8 ik:w-px ik:flex-none ik:bg-line-strong ik:min-[56.25rem]:block" />
          <OptionRow editor={editor} words={words} textRef={text} onDone={focusStage} />
        </div>
      </div>
      {isAsking && (
        <DiscardQuestion words={words} onKeep={() => setIsAsking(false)} onDiscard={onClose} />
      )}
    </>
  );
}

/** Between groups of buttons. */
const separator = (
  <span className="ik:mx-1 ik:h-5 ik:w-px ik:flex-none ik:bg-line-strong ik:max-sm:hidden" />
);

/** In the middle, and of one width: no tool moves when other options come. A wide window has room above it for words. */
const bar =
  'ik:relative ik:mx-auto ik:mb-2 ik:flex ik:w-[calc(100%-0.5rem)] ik:max-w-[26rem] ik:flex-none ik:flex-col ik:items-center ik:gap-1 ik:rounded-lg ik:bg-surface ik:p-2 ik:ring-1 ik:ring-line ik:min-[56.25rem]:mt-8 ik:min-[56.25rem]:max-w-[49rem] ik:min-[56.25rem]:flex-row';

function toolOf(key: string): Tool | undefined {
  return tools.find((tool) => toolKeys[tool].toLowerCase() === key);
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (target as Element).matches('input:not([type=radio])');
}
