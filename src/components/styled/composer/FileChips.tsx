import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { ComposerFiles } from '../../parts/composer/ComposerFiles.js';
import { englishAnswerPartsWords } from '../../words/english/answer-parts.js';
import { cleanName } from '../../words/clean-name.js';
import { formatBytes } from '../../words/format.js';
import { useWords } from '../../words/WordsProvider.js';

/** The files of a draft that are sent as they are: name, size, and a button that removes each. */
export function FileChips(): ReactElement {
  const { locale, removeFile, answerParts } = useWords();
  const { unnamedFile } = { ...englishAnswerPartsWords, ...answerParts };
  return (
    <ComposerFiles className="ik:mb-1.5 ik:flex ik:flex-wrap ik:gap-1.5">
      {({ name: given = '', data, mediaType }, remove) => {
        const name = cleanName(given) || unnamedFile;
        return (
          <span
            data-ick-part="composer-file"
            data-media-type={mediaType}
            className="ik:inline-flex ik:max-w-full ik:items-center ik:gap-2 ik:rounded-full ik:border ik:border-line-strong ik:py-0.5 ik:ps-3 ik:pe-1 ik:text-sm"
          >
            <bdi className="ik:max-w-64 ik:truncate" title={name}>
              {name}
            </bdi>
            {data.kind === 'bytes' && (
              <span className="ik:text-xs ik:whitespace-nowrap ik:text-ink-3">
                {formatBytes(data.bytes.size, locale)}
              </span>
            )}
            <button
              type="button"
              aria-label={removeFile(name)}
              title={removeFile(name)}
              onClick={remove}
              className="ik:grid ik:size-7 ik:flex-none ik:place-items-center ik:rounded-full ik:text-ink-3 ik:hover:bg-sunken ik:hover:text-ink ik:pointer-coarse:size-11"
            >
              <X className="ik:size-3.5" />
            </button>
          </span>
        );
      }}
    </ComposerFiles>
  );
}
