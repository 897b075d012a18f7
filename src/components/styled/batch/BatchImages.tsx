import { ChevronDown, FolderOpen, ImagePlus } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import type { ImageSource } from '../../../intake/types.js';
import type { IntakeRejection } from '../../../intake/rejection.js';
import { useImagePicker } from '../../../react/use-image-picker.js';
import type { UseBatchResult } from '../../../react/batch/batch-types.js';
import type { BatchWords } from '../../words/english/batch.js';
import { formatBytes } from '../../words/format.js';
import { cleanName } from '../../words/clean-name.js';
import { DropzoneRoot } from '../../parts/dropzone/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { softFocus } from '../shared/soft-focus.js';
import { card, mainButton, quietButton } from './batch-styles.js';
import { BatchImage } from './BatchImage.js';
import { Notice } from '../shared/Notice.js';
import { ProgressBar } from './ProgressBar.js';

export interface BatchImagesProps {
  batch: UseBatchResult;
  words: BatchWords;
  accept?: readonly string[];
}

/** Images shown as a preview; the rest is a number. */
const MAX_SHOWN = 8;

/** Input of images and question. */
export function BatchImages({ batch, words, accept }: BatchImagesProps): ReactElement {
  const [rejections, setRejections] = useState<readonly IntakeRejection[]>([]);
  const { images, question, step, addImages } = batch;
  const intake = {
    onImages: (images: readonly ImageSource[]) =>
      addImages(images.map(({ file, name }) => ({ file, name }))),
    onRejections: (more: readonly IntakeRejection[]) =>
      setRejections((before) => [...before, ...more]),
    ...(accept && { accept }),
  };
  const picker = useImagePicker(intake);
  const folderPicker = useImagePicker({ ...intake, isFolder: true });
  const questionId = useId();
  const isWriting = step === 'writing';
  return (
    <>
      {rejections.length > 0 && (
        <LeftOut
          title={words.leftOut(rejections.length)}
          items={rejections}
          onDismiss={() => setRejections([])}
        />
      )}
      <DropzoneRoot
        {...intake}
        isDisabled={isWriting}
        className={`${card} ik:data-drop-target:border-accent ik:data-drop-target:bg-accent-soft`}
      >
        <div className="ik:grid ik:place-items-center ik:gap-3 ik:rounded-md ik:border-[1.5px] ik:border-dashed ik:border-line-strong ik:p-4 ik:text-center">
          {images.length > 0 ? (
            <ChosenImages batch={batch} words={words} />
          ) : (
            <p className="ik:text-sm ik:text-ink-2">{words.dropHint}</p>
          )}
          <div className="ik:flex ik:flex-wrap ik:justify-center ik:gap-2">
            <input {...picker.inputProps} aria-label={words.chooseImages} />
            <input {...folderPicker.inputProps} aria-label={words.chooseFolder} />
            <button
              type="button"
              className={quietButton}
              disabled={isWriting}
              onClick={folderPicker.open}
            >
              <FolderOpen className="ik:size-4" strokeWidth={1.75} aria-hidden />
              {words.chooseFolder}
            </button>
            <button
              type="button"
              className={quietButton}
              disabled={isWriting}
              onClick={picker.open}
            >
              <ImagePlus className="ik:size-4" strokeWidth={1.75} aria-hidden />
              {words.chooseImages}
            </button>
          </div>
        </div>
        <div className="ik:grid ik:gap-1">
          <label htmlFor={questionId} className="ik:text-sm ik:font-medium">
            {words.question}
          </label>
          <textarea
            id={questionId}
            rows={2}
            value={question}
            placeholder={words.questionHint}
            disabled={isWriting}
            onChange={(event) => batch.setQuestion(event.target.value)}
            className={`${softFocus} ik:w-full ik:resize-y ik:rounded-md ik:border ik:border-line-strong ik:bg-paper ik:px-3 ik:py-2 ik:text-md ik:placeholder:text-ink-3 ik:pointer-coarse:text-[max(1rem,16px)]`}
          />
        </div>
        {isWriting ? (
          <ProgressBar
            value={batch.writtenCount}
            max={images.length}
            label={words.writing(batch.writtenCount, images.length)}
          >
            <button type="button" className={quietButton} onClick={batch.stop}>
              {words.stop}
            </button>
          </ProgressBar>
        ) : (
          step === 'choosing' && (
            <button
              type="button"
              disabled={images.length === 0 || question.trim() === ''}
              onClick={() => void batch.write()}
              className={`${mainButton} ik:justify-self-end`}
            >
              {words.write(images.length)}
            </button>
          )
        )}
      </DropzoneRoot>
    </>
  );
}

function ChosenImages({ batch, words }: Pick<BatchImagesProps, 'batch' | 'words'>): ReactElement {
  const { images, step } = batch;
  const { locale } = useWords();
  const bytes = images.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <>
      <ul className="ik:list-none ik:flex ik:flex-wrap ik:justify-center ik:gap-1.5">
        {images.slice(0, MAX_SHOWN).map((image, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same file may come twice
          <li key={`${index}-${image.name}`}>
            <BatchImage file={image.file} name={cleanName(image.name)} />
          </li>
        ))}
      </ul>
      <p className="ik:flex ik:flex-wrap ik:items-center ik:justify-center ik:gap-2 ik:text-sm ik:tabular-nums">
        <span className="ik:font-medium">{words.images(images.length)}</span>
        <span className="ik:text-ink-2">{formatBytes(bytes, locale)}</span>
        {step !== 'writing' && (
          <button
            type="button"
            onClick={batch.clearImages}
            className="ik:min-h-8 ik:px-1 ik:text-ink-2 ik:underline ik:underline-offset-2"
          >
            {words.clear}
          </button>
        )}
      </p>
    </>
  );
}

export interface LeftOutProps {
  title: string;
  items: readonly { name: string; message: string }[];
  onDismiss?: () => void;
}

/** Images that are not submitted, each with its reason. */
export function LeftOut({ title, items, onDismiss }: LeftOutProps): ReactElement {
  return (
    <Notice spoken={title} {...(onDismiss && { onDismiss })}>
      <details className="ik:group/left">
        <summary className="ik:flex ik:w-fit ik:cursor-pointer ik:list-none ik:items-center ik:gap-1 ik:rounded-sm ik:font-medium">
          <ChevronDown
            className="ik:size-4 ik:flex-none ik:transition-transform ik:duration-150 ik:group-[[open]]/left:rotate-180"
            strokeWidth={1.75}
            aria-hidden
          />
          {title}
        </summary>
        <ul className="ik:list-none ik:mt-1 ik:grid ik:max-h-48 ik:gap-1 ik:overflow-y-auto">
          {items.map(({ name, message }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same file may be named twice
            <li key={`${index}-${name}`}>
              <bdi className="ik:font-semibold">{cleanName(name)}</bdi>: {message}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
