import { X } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { emptyMarkup } from '../../../markup/change.js';
import type { Markup } from '../../../markup/types.js';
import { cleanName } from '../../words/clean-name.js';
import { useModal } from '../../shared/use-modal.js';
import { IconButton } from '../shared/IconButton.js';
import { useWords } from '../../words/WordsProvider.js';
import { MarkupEditor, type MarkupResult } from './MarkupEditor.js';
import { englishMarkupWords } from '../../words/english/markup.js';
import { type MarkupSource, useImage } from './use-markup-image.js';

export interface MarkupDialogProps {
  /** The image. If this browser cannot read the first file, the next one is used. */
  sources: readonly MarkupSource[];
  /** Media type of the first source, if its own type is wrong. */
  mediaType?: string | undefined;
  /** File name of the image, for the title of the dialog. */
  name?: string | undefined;
  /** The markup to continue from. @defaultValue none */
  markup?: Markup | undefined;
  /**
   * Called with the marked-up image when the user applies the changes. The editor stays until a promise has settled.
   */
  onApply: (result: MarkupResult) => void | Promise<void>;
  /** Reverts all changes ever made to the image. */
  onRevert?: (() => void) | undefined;
  /** Called when the editor is to be closed. */
  onClose: () => void;
}

/**
 * Crop, turn, flip, pen, arrow, numbered boxes, text and blackouts, over the whole page. Escape closes, after asking if
 * work would be lost; the focus is restored.
 */
export function MarkupDialogView(props: MarkupDialogProps): ReactElement {
  const { sources, mediaType, name = '', markup, onApply, onRevert, onClose } = props;
  const allWords = useWords();
  const words = useMemo(() => ({ ...englishMarkupWords, ...allWords.markup }), [allWords.markup]);
  const dialog = useRef<HTMLDialogElement>(null);
  const closer = useRef<() => void>(undefined);
  const setCloser = useCallback((close: () => void) => {
    closer.current = close;
  }, []);
  const [said, setSaid] = useState('');
  const [initial] = useState(markup ?? emptyMarkup);
  const { image, error } = useImage(sources);

  useModal(dialog);

  return (
    <dialog
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- scripts and tests of apps look for [role=dialog]
      role="dialog"
      data-ick-part="markup"
      data-ick-theme="dark"
      aria-label={[words.title, cleanName(name)].filter(Boolean).join(': ')}
      onCancel={(event) => {
        event.preventDefault();
        // The back gesture of a phone, and Escape if nothing has the focus.
        (closer.current ?? onClose)();
      }}
      onPaste={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        // Must not propagate: Escape would stop the answer.
        event.stopPropagation();
        if (event.key === 'Escape' && !image) onClose();
      }}
      className="ik:m-auto ik:h-dvh ik:max-h-none ik:w-dvw ik:max-w-none ik:overflow-hidden ik:border-0 ik:bg-[#111110] ik:text-ink ik:backdrop:bg-transparent"
    >
      {image ? (
        <MarkupEditor
          image={image}
          initial={initial}
          mediaType={image.source === sources[0] ? mediaType : undefined}
          title={cleanName(name)}
          words={words}
          errorWords={allWords.error}
          say={setSaid}
          onApply={onApply}
          onRevert={onRevert}
          onClose={onClose}
          setCloser={setCloser}
        />
      ) : (
        <div className="ik:flex ik:h-full ik:flex-col ik:p-2">
          <IconButton icon={X} label={words.close} onClick={onClose} />
          <p
            role={error ? 'alert' : 'status'}
            className="ik:m-auto ik:max-w-md ik:p-4 ik:text-center ik:text-ink-2"
          >
            {error ? allWords.error(error) : words.opening}
          </p>
        </div>
      )}
      <div aria-live="polite" data-ick-part="markup-announcer" className="ik:sr-only">
        {said}
      </div>
    </dialog>
  );
}
