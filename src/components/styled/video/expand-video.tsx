import type { ReactNode } from 'react';
import { KitError } from '../../../errors.js';
import type { ExpandContext, ExpandedFile, ExpandedImage } from '../../../intake/file-source.js';
import type { IntakeRejection } from '../../../intake/rejection.js';
import { evenTimes } from '../../../video/even-times.js';
import { formatTime } from '../../../video/format-time.js';
import { openAnimation } from '../../../video/open-animation.js';
import { openVideo } from '../../../video/open-video.js';
import type { FrameReader } from '../../../video/types.js';
import { VideoError } from '../../../video/video-error.js';
import { writeFrame } from '../../../video/write-frame.js';
import { writeSheet } from '../../../video/contact-sheet.js';
import { englishVideoWords } from '../../words/english/video.js';
import { FrameChooser } from './FrameChooser.js';
import type { FrameChoice, VideoFacts } from './types.js';

interface ExpandVideoOptions {
  facts: VideoFacts;
  frameCount: number;
}

/** Asks which frames of a video are meant, and creates an image of each. */
export async function expandVideo(
  file: File,
  context: ExpandContext<ReactNode>,
  { facts, frameCount }: ExpandVideoOptions,
): Promise<ExpandedFile> {
  const { ask, maxImages, signal } = context;
  let reader: FrameReader | undefined;
  const images: ExpandedImage[] = [];
  try {
    const { info, format } = facts;
    const opened = info
      ? await openAnimation(file, { info, signal })
      : await openVideo(file, { signal, ...(format && { format }) });
    reader = opened;
    const choice = ask
      ? await ask<FrameChoice>(
          ({ choose, cancel }) => (
            <FrameChooser
              name={file.name}
              reader={opened}
              frameCount={frameCount}
              maxImages={maxImages}
              onChoose={choose}
              onCancel={cancel}
            />
          ),
          { signal },
        )
      : unasked(opened, Math.min(frameCount, maxImages));
    if (choice) await createImages(file.name, opened, choice, images, signal);
    return { images };
  } catch (error) {
    const isSoundOnly = error instanceof VideoError && error.code === 'no-video-track';
    if (isSoundOnly && context.canAttach) return { images, isAttached: true };
    const rejection = asRejection(error);
    if (!rejection) throw error;
    // Frames before a damaged part are kept.
    return { images, rejections: [rejection] };
  } finally {
    reader?.close();
  }
}

function asRejection(error: unknown): Pick<IntakeRejection, 'code' | 'message'> | undefined {
  if (error instanceof VideoError) return { code: error.code, message: error.message };
  const isOfMemory = KitError.is(error) && error.code === 'canvas-failed';
  return isOfMemory ? { code: 'canvas-failed', message: error.message } : undefined;
}

const unasked = ({ durationS }: FrameReader, count: number): FrameChoice => ({
  timesS: evenTimes(durationS, count),
  words: englishVideoWords,
});

/** One after the other, since each may take as much memory as a large photo. */
async function createImages(
  name: string,
  reader: FrameReader,
  { timesS, sheet, words }: FrameChoice,
  images: ExpandedImage[],
  signal: AbortSignal,
): Promise<void> {
  if (sheet) {
    const blob = await writeSheet(reader, timesS, sheet, signal);
    const alt = words.sheetAlt(name, timesS.map(formatTime));
    images.push({ file: named(blob, `${name}, ${words.sheetName}`), alt });
    return;
  }
  for (const wanted of timesS) {
    const { blob, timeS } = await writeFrame(reader, wanted, signal);
    const time = formatTime(timeS);
    images.push({ file: named(blob, `${name}, ${time}`), alt: words.frameAlt(name, time) });
  }
}

const named = (blob: Blob, name: string): File => new File([blob], name, { type: blob.type });
