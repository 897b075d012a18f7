import type { IntakeRejectionCode } from '../intake/rejection.js';

export type VideoErrorCode = Extract<
  IntakeRejectionCode,
  'no-video-track' | 'unsupported-video' | 'damaged-video' | 'empty-video' | 'video-timeout'
>;

/** Why a video gives no images. Never leaves this package: a `FileSource` returns it as a rejection. */
export class VideoError extends Error {
  override readonly name = 'VideoError';
  readonly code: VideoErrorCode;

  constructor(code: VideoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const SCREENSHOT = 'Or take a screenshot of the moment you mean, and add that.';

export const noVideoTrack = (): VideoError =>
  new VideoError(
    'no-video-track',
    'This file holds sound only, and no images. Add a video, or an image.',
  );

/** @param codec name of the codec or format, if it is known */
export const unsupportedVideo = (codec?: string): VideoError =>
  new VideoError(
    'unsupported-video',
    `This browser cannot play this video${codec ? ` (${codec})` : ''}. Convert it to MP4 with H.264 or to WebM, and add that. ${SCREENSHOT}`,
  );

export const damagedVideo = (): VideoError =>
  new VideoError(
    'damaged-video',
    `This video is damaged, or a part of it is missing. Download or save it again, and add that. ${SCREENSHOT}`,
  );

export const emptyVideo = (): VideoError =>
  new VideoError('empty-video', 'This video is empty: it has no length. Record it again.');

export const videoTimeout = (): VideoError =>
  new VideoError(
    'video-timeout',
    `Reading this video took too long. Try again, or add a shorter one. ${SCREENSHOT}`,
  );
