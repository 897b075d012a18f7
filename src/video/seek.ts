export interface ShownFrame {
  /** When the frame begins. */
  timeS: number;
  /** Whether it is known to be the frame of the time that was sought. */
  isCertain: boolean;
}

/** Times are rounded differently in a file and in JavaScript; no frame is shorter. */
export const ROUNDING_S = 0.0005;
/** A frame that is not presented within this time after a seek is not presented any more. */
const PRESENTED_MS = 3000;
/** The same in browsers that do not say which frame is drawn: they do not present the same frame again. */
const PRESENTED_AGAIN_MS = 250;

/** Resolves once the frame at a time can be drawn. With `isFirst`, any frame is right: none was shown before. */
export async function seek(
  video: HTMLVideoElement,
  timeS: number,
  isFirst = false,
): Promise<ShownFrame> {
  const before = readFrame(video);
  let presented = nextPresented(video);
  await moveTo(video, timeS);
  const isOver = new Promise<undefined>((resolve) => {
    const isTold = isFirst || before !== undefined;
    setTimeout(resolve, isTold ? PRESENTED_MS : PRESENTED_AGAIN_MS);
  });
  for (;;) {
    // The seek may end before its frame is there: until then, the one from before is drawn.
    const frame = readFrame(video);
    if (frame && (isFirst || isAt(frame, timeS))) return { timeS: frame.timeS, isCertain: true };
    const presentedS = await Promise.race([presented, isOver]);
    const shown = readFrame(video);
    if (!shown) return { timeS: presentedS ?? video.currentTime, isCertain: true };
    if (presentedS === undefined) return { timeS: shown.timeS, isCertain: false };
    // A frame may last longer than its container says. It is a new one at least.
    const isNew = shown.timeS !== before?.timeS && shown.timeS <= timeS + ROUNDING_S;
    if (isNew) return { timeS: shown.timeS, isCertain: true };
    presented = nextPresented(video);
  }
}

/** Resolves once a video has arrived at a time, whatever it shows. */
export async function moveTo(video: HTMLVideoElement, timeS: number): Promise<void> {
  video.currentTime = timeS;
  // An event of an earlier seek may still be on its way.
  while (video.seeking) await seeked(video);
}

interface CurrentFrame {
  timeS: number;
  durationS: number;
}

const isAt = ({ timeS, durationS }: CurrentFrame, soughtS: number): boolean =>
  timeS <= soughtS + ROUNDING_S && soughtS < timeS + durationS + ROUNDING_S;

function seeked(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    video.addEventListener('seeked', () => resolve(), { once: true });
  });
}

/** Resolves when the next frame is presented, in browsers that report it. */
function nextPresented(video: HTMLVideoElement): Promise<number> {
  return new Promise((resolve) => {
    if (!('requestVideoFrameCallback' in video)) return;
    video.requestVideoFrameCallback((_now, { mediaTime }) => resolve(mediaTime));
  });
}

/** Returns the frame that a video shows, in browsers that give access to it. */
function readFrame(video: HTMLVideoElement): CurrentFrame | undefined {
  if (typeof VideoFrame === 'undefined') return undefined;
  try {
    const frame = new VideoFrame(video);
    const { timestamp, duration } = frame;
    frame.close();
    // Firefox 153 gives the time of the player in whole seconds here, not that of the frame in microseconds.
    if (duration === null && timestamp === Math.trunc(video.currentTime)) return undefined;
    return { timeS: timestamp / 1e6, durationS: (duration ?? 0) / 1e6 };
  } catch {
    return undefined;
  }
}
