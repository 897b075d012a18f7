import { type ReactElement, useState } from 'react';
import { planSheet } from '../../../video/contact-sheet.js';
import { formatTime } from '../../../video/format-time.js';
import type { FrameReader } from '../../../video/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { useChoosingWords } from '../choosing/use-choosing-words.js';
import { ModalDialog } from '../adding/ModalDialog.js';
import { KitRoot } from '../chat/KitRoot.js';
import { AddFrames } from './AddFrames.js';
import { filled, quiet } from './button-styles.js';
import { ChosenFramesList } from './ChosenFramesList.js';
import { SendAs } from './SendAs.js';
import type { FrameChoice } from './types.js';
import { useChosenFrames } from './use-chosen-frames.js';
import { useImageFit } from './use-image-fit.js';
import { useOutcomeWords } from './use-outcome-words.js';
import { usePreview } from './use-preview.js';
import { useVideoWords } from './use-video-words.js';

export interface FrameChooserProps {
  /** Of the file. */
  name: string;
  reader: FrameReader;
  /** How many frames are offered to be spread evenly at first. */
  frameCount: number;
  /** How many images are accepted. */
  maxImages: number;
  onChoose: (choice: FrameChoice) => void;
  onCancel: () => void;
}

const PREVIEW_PX = 960;

/** A dialog that asks which frames of a video become images. */
export function FrameChooser(props: FrameChooserProps): ReactElement {
  const { name, reader, frameCount, maxImages, onChoose, onCancel } = props;
  const { cancel } = useWords();
  const words = useVideoWords();
  const choosing = useChoosingWords();
  const { setCanvas, timeS, goTo, error } = usePreview(reader);
  const chosen = useChosenFrames(reader);
  const fit = useImageFit();
  const [wantsSheet, setWantsSheet] = useState(false);
  const { frames } = chosen;
  const count = frames.length;
  const sheet = count > 1 ? planSheet(reader, count, fit) : undefined;
  const isSheet = wantsSheet && sheet !== undefined;
  const imageTokens = fit(reader).tokens;
  const isTooMany = !isSheet && count > maxImages;
  const isWorking = chosen.isAdding || chosen.searchedShare !== undefined;
  const canAdd = count > 0 && !isTooMany && !isWorking;
  const outcome = chosen.outcome ?? (error ? { kind: 'failed' as const, error: error } : undefined);
  const outcomeWords = useOutcomeWords(outcome);
  const scale = Math.min(1, PREVIEW_PX / Math.max(reader.width, reader.height));
  const add = (): void => {
    const timesS = frames.map((frame) => frame.timeS);
    onChoose({ timesS, words, ...(isSheet && { sheet }) });
  };
  return (
    <KitRoot>
      <ModalDialog
        label={words.framesOf(name)}
        onClose={onCancel}
        closesOnPressOutside={count === 0}
        className="ik:w-[min(calc(100dvw-1rem),44rem)] ik:bg-surface ik:p-0 ik:text-ink"
      >
        <div className="ik:flex ik:max-h-[calc(100dvh-1rem)] ik:flex-col">
          <div className="ik:grid ik:min-h-0 ik:auto-rows-max ik:grid-cols-[minmax(0,1fr)] ik:gap-3 ik:overflow-y-auto ik:p-4 ik:[scrollbar-width:thin]">
            <p className="ik:truncate ik:text-md ik:font-semibold" data-ick-tooltip={name}>
              {words.framesOf(name)}
            </p>
            <canvas
              ref={setCanvas}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> would need a file for each frame
              role="img"
              aria-label={words.frameAt(formatTime(timeS))}
              data-ick-part="frame-preview"
              width={Math.max(1, Math.round(reader.width * scale))}
              height={Math.max(1, Math.round(reader.height * scale))}
              className="ik:max-h-[min(20rem,36dvh)] ik:w-full ik:rounded-md ik:bg-sunken ik:object-contain"
            />
            <TimeSlider durationS={reader.durationS} timeS={timeS} onChange={goTo} />
            <AddFrames chosen={chosen} timeS={timeS} frameCount={frameCount} />
            {count > 0 && (
              <ChosenFramesList frames={frames} onRemove={chosen.remove} onShow={goTo} />
            )}
          </div>
          <div className="ik:grid ik:gap-3 ik:border-t ik:border-line ik:p-4">
            <p
              aria-live="polite"
              data-bad={isTooMany || outcome?.kind === 'failed' ? '' : undefined}
              className="ik:text-sm ik:wrap-anywhere ik:text-ink-2 ik:empty:hidden ik:data-bad:text-bad"
            >
              {isTooMany ? words.tooMany(maxImages) : outcomeWords}
            </p>
            {sheet && (
              <SendAs
                count={count}
                isSheet={isSheet}
                onChange={setWantsSheet}
                imageTokens={imageTokens && imageTokens * count}
                sheetTokens={fit(sheet).tokens}
              />
            )}
            <div className="ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
              <button type="button" onClick={onCancel} className={quiet}>
                {cancel}
              </button>
              <button type="button" disabled={!canAdd} onClick={add} className={filled}>
                {isSheet ? words.addSheet : choosing.add(count)}
              </button>
            </div>
          </div>
        </div>
      </ModalDialog>
    </KitRoot>
  );
}

interface TimeSliderProps {
  durationS: number;
  timeS: number;
  onChange: (timeS: number) => void;
}

/** Time runs from left to right in every language. */
function TimeSlider({ durationS, timeS, onChange }: TimeSliderProps): ReactElement {
  const words = useVideoWords();
  return (
    <div dir="ltr" className="ik:flex ik:items-center ik:gap-2.5 ik:text-sm ik:tabular-nums">
      <output className="ik:min-w-12">{formatTime(timeS)}</output>
      <input
        type="range"
        aria-label={words.time}
        aria-valuetext={formatTime(timeS)}
        data-autofocus=""
        min={0}
        max={durationS}
        step={stepOf(durationS)}
        value={timeS}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        className="ik:m-0 ik:h-9 ik:min-w-0 ik:flex-1 ik:accent-accent ik:pointer-coarse:h-11"
      />
      <span className="ik:text-ink-2">{formatTime(durationS)}</span>
    </div>
  );
}

/** A tenth of a second, as times are shown; a frame of a short clip. */
const stepOf = (durationS: number): number => Math.min(0.1, Math.max(0.04, durationS / 100));
