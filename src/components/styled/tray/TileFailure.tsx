import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { TrayRetry, useTrayItem } from '../../parts/tray/index.js';
import { canRetry } from '../../parts/tray/item-status.js';
import { useWords } from '../../words/WordsProvider.js';
import { noteAction, TileNote } from './TileNote.js';

/** In place of an image that failed: why, in two or three words. A press shows the whole sentence, and what can be done. */
export function TileFailure(): ReactElement | null {
  const { item } = useTrayItem('TileFailure');
  const words = useWords();
  const { error } = item;
  if (!error) return null;
  const caption = words.failureCaption(error);
  const why = canRetry(item, undefined) ? '' : words.why;
  return (
    <div className="ik:grid ik:h-full ik:content-start ik:gap-0.5 ik:p-1 ik:text-xs ik:leading-[1.25] ik:text-ink">
      <TileNote
        part="tray-failure"
        caption={`${caption} ${why}`.trim()}
        text={words.error(error)}
        isTold
        className="ik:grid ik:w-full ik:justify-items-start ik:gap-1 ik:rounded-xs ik:p-0.5 ik:text-start ik:wrap-anywhere"
        actions={<TrayRetry className={`ik:justify-self-start ${noteAction}`} />}
      >
        <CircleAlert className="ik:size-4 ik:text-bad" strokeWidth={2} aria-hidden />
        <span className="ik:hyphens-auto">{caption}</span>
        {why && <span className="ik:font-semibold ik:text-accent"> {why}</span>}
      </TileNote>
      {/* Its text is as far below the reason as Why? is. */}
      <TrayRetry className="ik:grid ik:h-6 ik:content-start ik:justify-self-start ik:px-0.5 ik:font-semibold ik:whitespace-nowrap ik:text-accent ik:pointer-coarse:h-8" />
    </div>
  );
}

/** The caption of an image whose upload failed: why is one press away, and Try again stays in view. */
export function UploadFailure(): ReactElement {
  const { upload } = useTrayItem('UploadFailure');
  const words = useWords();
  return (
    <>
      <TileNote
        part="tray-failure"
        caption={words.uploadFailed}
        text={upload?.error ? words.error(upload.error) : ''}
        isTold
        className="ik:-ms-1 ik:grid ik:size-6 ik:place-items-center ik:rounded-xs ik:text-bad ik:hover:bg-sunken ik:aria-expanded:bg-sunken ik:pointer-coarse:size-8"
      >
        <CircleAlert className="ik:size-3.5" strokeWidth={2} aria-hidden />
      </TileNote>
      <TrayRetry className="ik:h-6 ik:min-w-0 ik:flex-1 ik:truncate ik:px-1 ik:text-start ik:font-semibold ik:text-accent ik:pointer-coarse:h-8" />
    </>
  );
}
