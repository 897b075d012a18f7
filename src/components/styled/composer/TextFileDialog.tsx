import type { ReactElement } from 'react';
import { englishAnswerPartsWords } from '../../words/english/answer-parts.js';
import { useWords } from '../../words/WordsProvider.js';
import { ModalDialog } from '../adding/ModalDialog.js';
import { useFileText } from './use-file-text.js';

export interface TextFileDialogProps {
  title: string;
  file: Blob;
  /** Called with the text that is to be moved into the message. */
  onPutIntoMessage: (text: string) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** The content of a text file of the message. */
export function TextFileDialog(props: TextFileDialogProps): ReactElement {
  const { title, file, onPutIntoMessage, onRemove, onClose } = props;
  const { remove, close, answerParts } = useWords();
  const { notShown, putIntoMessage } = { ...englishAnswerPartsWords, ...answerParts };
  const read = useFileText(file);
  const isReady = read !== undefined && !read.hasFailed;
  return (
    <ModalDialog
      label={title}
      onClose={onClose}
      className="ik:w-[min(calc(100dvw-2rem),44rem)] ik:bg-surface ik:p-0 ik:text-ink"
    >
      <div className="ik:flex ik:max-h-[calc(100dvh-2rem)] ik:flex-col ik:gap-3 ik:p-4">
        <p className="ik:text-md ik:font-semibold ik:wrap-anywhere">
          <bdi>{title}</bdi>
        </p>
        <section
          data-ick-part="file-text"
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it
          tabIndex={0}
          aria-label={title}
          className="ik:min-h-36 ik:flex-1 ik:overflow-y-auto ik:rounded-md ik:bg-sunken ik:p-2 ik:text-sm ik:whitespace-pre-wrap ik:wrap-anywhere"
        >
          {read?.hasFailed ? notShown : read?.text}
        </section>
        <div className="ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
          <button
            type="button"
            data-autofocus=""
            onClick={onClose}
            className={`${button} ik:hover:bg-sunken`}
          >
            {close}
          </button>
          <button
            type="button"
            onClick={onRemove}
            className={`${button} ik:border ik:border-line-strong ik:hover:bg-sunken`}
          >
            {remove}
          </button>
          <button
            type="button"
            disabled={!isReady}
            onClick={() => read && onPutIntoMessage(read.text)}
            className={`${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`}
          >
            {putIntoMessage}
          </button>
        </div>
      </div>
    </ModalDialog>
  );
}

const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150 ik:pointer-coarse:h-11';
