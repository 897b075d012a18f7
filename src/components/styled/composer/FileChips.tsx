import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import { isTextType } from '../../../internal/text-files.js';
import type { FilePart } from '../../../messages/types.js';
import type { UseAttachedFilesResult } from '../../../react/use-attached-files.js';
import { ComposerFiles } from '../../parts/composer/ComposerFiles.js';
import { useComposer } from '../../parts/composer/index.js';
import { englishAnswerPartsWords } from '../../words/english/answer-parts.js';
import { cleanName } from '../../words/clean-name.js';
import { formatBytes, formatDuration } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';
import { AudioPlayer, isAudio } from '../shared/AudioPlayer.js';
import { lazyComponent } from '../shared/lazy-component.js';
import { PlainNotice } from '../shared/PlainNotice.js';
import { useFileText } from './use-file-text.js';

const dialogModule = createLazyModule(() => import('./TextFileDialog.js'));
const TextFileDialog = lazyComponent(dialogModule, (loaded) => loaded.TextFileDialog);

/** The names of long texts that were pasted. */
const PASTED = /^pasted-text(?:-\d+)?\.txt$/;

export interface FileChipsProps {
  /** The files of the draft, without the record of what is removed. */
  files: UseAttachedFilesResult;
}

/** The files of a draft: name, size, and a button that removes each. A press on a text opens it; audio has a player. */
export function FileChips({ files }: FileChipsProps): ReactElement {
  return (
    <ComposerFiles className="ik:mb-1.5 ik:flex ik:flex-wrap ik:gap-1.5 ik:px-4">
      {(part, remove) => <FileChip part={part} files={files} onRemove={remove} />}
    </ComposerFiles>
  );
}

interface FileChipProps extends FileChipsProps {
  part: FilePart;
  onRemove: () => void;
}

function FileChip({ part, files, onRemove }: FileChipProps): ReactElement {
  const { id, name: given = '', data, mediaType } = part;
  const { locale, removeFile, answerParts } = useWords();
  const { unnamedFile, pastedText } = { ...englishAnswerPartsWords, ...answerParts };
  const bytes = data.kind === 'bytes' ? data.bytes : undefined;
  const text = isTextType(mediaType) ? bytes : undefined;
  const recording = isAudio(part) ? bytes : undefined;
  const [lengthS, setLengthS] = useState<number>();
  const pasted = useFileText(PASTED.test(given) ? text : undefined);
  const name = cleanName(given) || unnamedFile;
  const title = pasted && !pasted.hasFailed ? pastedText(linesOf(pasted.text)) : name;
  const label = (
    <bdi className="ik:max-w-64 ik:truncate" data-ick-tooltip={title}>
      {title}
    </bdi>
  );
  return (
    <span
      data-ick-part="composer-file"
      data-media-type={mediaType}
      className={`${recording ? 'ik:w-80 ik:flex-wrap ik:rounded-lg ik:pb-1.5' : 'ik:rounded-full'} ik:inline-flex ik:max-w-full ik:items-center ik:gap-2 ik:border ik:border-line-strong ik:py-0.5 ik:ps-3 ik:pe-1 ik:text-sm`}
    >
      {text ? (
        <TextButton file={text} id={id} title={title} files={files} onRemove={onRemove}>
          {label}
        </TextButton>
      ) : (
        label
      )}
      {bytes && (
        <span className="ik:text-xs ik:whitespace-nowrap ik:text-ink-3">
          {formatBytes(bytes.size, locale)}
          {lengthS !== undefined && ` · ${formatDuration(lengthS, locale)}`}
        </span>
      )}
      <button
        type="button"
        aria-label={removeFile(name)}
        data-ick-tooltip={removeFile(name)}
        onClick={onRemove}
        className="ik:ms-auto ik:grid ik:size-7 ik:flex-none ik:place-items-center ik:rounded-full ik:text-ink-3 ik:hover:bg-sunken ik:hover:text-ink ik:pointer-coarse:size-11"
      >
        <X className="ik:size-3.5" />
      </button>
      {recording && <AudioPlayer recording={recording} name={name} onLength={setLengthS} />}
    </span>
  );
}

interface TextButtonProps extends FileChipsProps {
  file: Blob;
  id: string;
  title: string;
  onRemove: () => void;
  children: ReactElement;
}

function TextButton(props: TextButtonProps): ReactElement {
  const { file, id, title, files, onRemove, children } = props;
  const { composer, inputRef } = useComposer('FileChips');
  const { error: wordError } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);

  const putIntoMessage = (text: string): void => {
    close();
    composer.setText([composer.text, text].filter((one) => one.trim() !== '').join('\n\n'));
    files.remove(id);
    // The dialog, which holds the focus, closes with the next render.
    requestAnimationFrame(() => inputRef.current?.focus());
  };
  const removeFile = (): void => {
    close();
    requestAnimationFrame(onRemove);
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className="ik:flex ik:min-w-0 ik:hover:text-accent"
      >
        {children}
      </button>
      {isOpen && (
        <TextFileDialog
          title={title}
          file={file}
          onPutIntoMessage={putIntoMessage}
          onRemove={removeFile}
          onClose={close}
          renderFailure={(error) => <PlainNotice>{wordError(error)}</PlainNotice>}
        />
      )}
    </>
  );
}

/** The end of the last line begins no other. */
function linesOf(text: string): number {
  return text.replace(/\r?\n$/, '').split(/\r\n|[\r\n]/).length;
}
