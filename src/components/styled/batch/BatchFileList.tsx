import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { UseBatchResult } from '../../../react/batch/batch-types.js';
import type { BatchWords } from '../../words/english/batch.js';
import { downloadBlob } from '../../shared/download-blob.js';
import { formatBytes } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';
import { card, mainButton } from './batch-styles.js';
import { LeftOut } from './BatchImages.js';
import { IconButton } from '../shared/IconButton.js';

export interface BatchFileListProps {
  batch: UseBatchResult;
  words: BatchWords;
  canSubmit: boolean;
}

/** The written files: to download, and to submit. */
export function BatchFileList({ batch, words, canSubmit }: BatchFileListProps): ReactElement {
  const { files, problems, step } = batch;
  const { locale } = useWords();
  const isSubmitting = step === 'submitting';
  return (
    <>
      {problems.length > 0 && (
        <LeftOut
          title={words.leftOut(problems.length)}
          items={problems.map(({ name, error }) => ({ name, message: words.error(error) }))}
        />
      )}
      <div className={card}>
        <h3 className="ik:m-0 ik:text-sm ik:font-semibold">{words.files}</h3>
        <ul className="ik:list-none ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-1">
          {files.map(({ name, content, model, customIds }) => (
            <li key={name} className="ik:flex ik:items-center ik:gap-3 ik:text-sm ik:tabular-nums">
              <span className="ik:flex ik:min-w-0 ik:flex-1 ik:flex-wrap ik:gap-x-2">
                <b className="ik:max-w-full ik:truncate ik:font-medium">{name}</b>{' '}
                <span className="ik:min-w-0 ik:text-ink-2 ik:wrap-anywhere">
                  {words.requests(customIds.length)}, {formatBytes(content.size, locale)}, {model}
                </span>
              </span>
              <IconButton
                icon={Download}
                label={words.downloadFile(name)}
                onClick={() => downloadBlob(content, name)}
              />
            </li>
          ))}
        </ul>
        {canSubmit && files.length > 0 && (
          <div className="ik:flex ik:flex-wrap ik:items-center ik:justify-end ik:gap-3">
            <p className="ik:text-sm ik:text-ink-2">{words.submitHint}</p>
            <button
              type="button"
              disabled={isSubmitting}
              onClick={() => void batch.submit()}
              className={mainButton}
            >
              {isSubmitting ? words.submitting : words.submit(files.length)}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
