/**
 * Reads frames with a `<video>` element that plays the file from an object URL: the browser reads the parts
 * it needs, so a film of a gigabyte costs no more memory than a short one.
 */
import { abortedError, throwIfAborted, waitWithin } from '../internal/abort.js';
import { createFrameReader } from './create-frame-reader.js';
import { describeCodec, readVideoTrack, type VideoTrack } from './read-video-track.js';
import { moveTo, ROUNDING_S, seek, type ShownFrame } from './seek.js';
import { watchPolicy } from './watch-policy.js';
import type { FrameReader } from './types.js';
import {
  damagedVideo,
  emptyVideo,
  noVideoTrack,
  unsupportedVideo,
  type VideoError,
  videoTimeout,
} from './video-error.js';

export interface OpenVideoOptions {
  signal?: AbortSignal;
  /** The format, for a file that turns out not to be playable: `AVI`. */
  format?: string;
  /** Limits opening, and each seek. @defaultValue 20 seconds */
  timeoutMs?: number;
}

type KnownTrack = VideoTrack | 'none' | undefined;

const TIMEOUT_MS = 20_000;
const POLICY_MS = 50;
/** Far enough from a frame to see another one. */
const AWAY_S = 0.6;
const NEAR_END_S = 1;
/** Beyond any end: a seek to it makes the browser find the end of a recording without a duration. */
const BEYOND_S = 1e7;

/**
 * Opens a video, and finds its end if the file does not say it.
 *
 * @throws VideoError
 * @throws KitError `aborted`
 */
export async function openVideo(file: File, options: OpenVideoOptions = {}): Promise<FrameReader> {
  const { signal, format, timeoutMs = TIMEOUT_MS } = options;
  throwIfAborted(signal);
  const track = await readVideoTrack(file).catch(() => undefined);
  throwIfAborted(signal);
  // WebKit waits for the rest of an index for ever, and Firefox plays nothing for ever.
  if (track === 'cut') throw damagedVideo();
  if (track !== 'none' && track?.isEmpty) throw emptyVideo();
  const url = URL.createObjectURL(file);
  const policy = watchPolicy();
  const video = document.createElement('video');
  const close = (): void => {
    // Frees the decoder now rather than at the next garbage collection.
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  };
  const watched = async <Result>(work: () => Promise<Result>, abort?: AbortSignal) => {
    const stopped = new AbortController();
    const failed = new Promise<never>((_, reject) => {
      const fail = (): void => {
        // What the page's policy forbids is reported a moment after the error.
        setTimeout(() => {
          reject(policy.isBarred() ? policy.refuse() : whyItFailed(track, video, format));
        }, POLICY_MS);
      };
      video.addEventListener('error', fail, { signal: stopped.signal });
    });
    try {
      const limit = { ms: timeoutMs, onLate: videoTimeout };
      return await waitWithin(Promise.race([work(), failed]), limit, abort);
    } finally {
      stopped.abort();
    }
  };
  const load = (): Promise<void> =>
    new Promise((resolve) => {
      video.addEventListener('loadedmetadata', () => resolve(), { once: true });
      // Also loads it again, if it failed at a damaged part.
      video.src = url;
    });
  let durationS = 0;
  /** Sound may begin before the images. */
  let firstFrameS = 0;
  /** Known once a seek near the end has found it: sound may be longer than the images. */
  let lastFrameS = Number.POSITIVE_INFINITY;
  const goTo = (timeS: number): Promise<ShownFrame> => {
    // The end itself shows no frame in some browsers.
    const endS = Math.max(0, durationS - 2 * ROUNDING_S);
    return seek(video, Math.min(timeS + ROUNDING_S, endS));
  };
  /** Whether the frame of a seek that was given up may still come. */
  let isUnsettled = false;
  const show = async (wantedS: number): Promise<number> => {
    if (video.error) await load();
    if (isUnsettled) await goTo(firstFrameS);
    isUnsettled = true;
    const timeS = Math.min(Math.max(wantedS, firstFrameS), lastFrameS);
    const shown = await goTo(timeS);
    if (shown.isCertain) return shown.timeS;
    // A frame that lasts longer than the file says, or the one from before, which browsers keep where a part is missing.
    await goTo(shown.timeS > AWAY_S ? firstFrameS : shown.timeS + AWAY_S);
    const again = await goTo(timeS);
    if (again.isCertain) return again.timeS;
    if (again.timeS !== shown.timeS) throw damagedVideo();
    if (durationS - timeS < NEAR_END_S) lastFrameS = again.timeS;
    return again.timeS;
  };
  try {
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    await watched(load, signal);
    const { videoWidth: width, videoHeight: height } = video;
    if (width === 0) throw whyThereAreNoImages(track);
    firstFrameS = (await watched(() => seek(video, 0, true), signal)).timeS;
    if (!Number.isFinite(video.duration)) await watched(() => moveTo(video, BEYOND_S), signal);
    durationS = endOf(video);
    if (durationS <= 0) throw emptyVideo();
    return createFrameReader({
      width,
      height,
      durationS,
      hasAlpha: false,
      close,
      decode: async (timeS, abort) => {
        const shownS = await watched(() => show(timeS), abort);
        isUnsettled = false;
        return { image: video, timeS: shownS };
      },
    });
  } catch (error) {
    close();
    throw signal?.aborted ? abortedError(signal) : error;
  } finally {
    policy.letGo();
  }
}

/** Returns the end of a video, also of one whose file does not say it. */
function endOf({ duration, currentTime, seekable }: HTMLVideoElement): number {
  if (Number.isFinite(duration)) return duration;
  const last = seekable.length > 0 ? seekable.end(seekable.length - 1) : 0;
  return Number.isFinite(last) && last > 0 ? last : currentTime;
}

/** A file with sound that the browser plays, and images that it does not, opens without images. */
function whyThereAreNoImages(track: KnownTrack): VideoError {
  return track === 'none' || track === undefined
    ? noVideoTrack()
    : unsupportedVideo(describeCodec(track).name);
}

const CONTAINERS = new Set(['MP4', 'QuickTime', 'Matroska']);

function whyItFailed(
  track: KnownTrack,
  { error }: HTMLVideoElement,
  format: string | undefined,
): VideoError {
  if (track === 'none') return noVideoTrack();
  if (error?.code !== MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED) return damagedVideo();
  if (track === undefined) {
    return CONTAINERS.has(format ?? '') ? damagedVideo() : unsupportedVideo(format);
  }
  const { name, isPlayed } = describeCodec(track);
  return isPlayed ? damagedVideo() : unsupportedVideo(name);
}
