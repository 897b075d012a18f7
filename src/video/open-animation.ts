/** Reads the frames of an animated GIF, WebP, PNG or AVIF with the image decoder of WebCodecs. */
import { throwIfAborted, untilAborted, waitWithin } from '../internal/abort.js';
import type { ImageInfo } from '../formats/types.js';
import { createFrameReader } from './create-frame-reader.js';
import type { FrameReader } from './types.js';
import { damagedVideo, emptyVideo, unsupportedVideo, videoTimeout } from './video-error.js';

/** Each frame is decoded once to learn when it begins. */
const MAX_FRAMES = 2000;
const TIMEOUT_MS = 20_000;
/** Browsers show frames without a duration for this long. */
const DEFAULT_FRAME_US = 100_000;
const ROUNDING_S = 0.0005;

export interface OpenAnimationOptions {
  info: ImageInfo;
  signal?: AbortSignal;
}

/**
 * Opens an animated image.
 *
 * @throws VideoError
 * @throws KitError `aborted`
 */
export async function openAnimation(
  file: File,
  { info, signal }: OpenAnimationOptions,
): Promise<FrameReader> {
  throwIfAborted(signal);
  const { mediaType: type } = info;
  if (!(await ImageDecoder.isTypeSupported(type))) throw unsupportedVideo(type);
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type });
  const decodeAt = async (frameIndex: number, abort?: AbortSignal): Promise<VideoFrame> => {
    const decoded = decoder.decode({ frameIndex });
    try {
      const limit = { ms: TIMEOUT_MS, onLate: videoTimeout };
      return (await waitWithin(decoded, limit, abort)).image;
    } catch (error) {
      // What arrives too late must be freed, too.
      void decoded.then(({ image }) => image.close()).catch(() => {});
      throw isOfDecoder(error) ? damagedVideo() : error;
    }
  };
  try {
    await untilAborted(Promise.all([decoder.completed, decoder.tracks.ready]), signal);
    const frameCount = Math.min(decoder.tracks.selectedTrack?.frameCount ?? 0, MAX_FRAMES);
    if (frameCount === 0) throw emptyVideo();
    const startsS: number[] = [];
    let endUs = 0;
    let size = { width: 0, height: 0 };
    for (let index = 0; index < frameCount; index += 1) {
      const frame = await decodeAt(index, signal);
      startsS.push(endUs / 1e6);
      endUs += frame.duration || DEFAULT_FRAME_US;
      size = { width: frame.displayWidth, height: frame.displayHeight };
      frame.close();
    }
    return createFrameReader({
      ...size,
      durationS: endUs / 1e6,
      hasAlpha: true,
      close: () => decoder.close(),
      decode: async (wantedS, abort) => {
        const last = startsS.findLastIndex((startS) => startS <= wantedS + ROUNDING_S);
        const index = Math.max(0, last);
        const image = await decodeAt(index, abort);
        return { image, timeS: startsS[index] ?? 0, free: () => image.close() };
      },
    });
  } catch (error) {
    decoder.close();
    throw isOfDecoder(error) ? damagedVideo() : error;
  }
}

/** Decoders fail with an exception of the browser. */
const isOfDecoder = (error: unknown): boolean =>
  error instanceof DOMException || error instanceof TypeError;
