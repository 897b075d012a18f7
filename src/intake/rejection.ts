import type { ImageErrorCode } from '../errors.js';

export type IntakeRejectionCode =
  | ImageErrorCode
  | 'too-many-files'
  | 'type-not-accepted'
  | 'not-expanded'
  /** A text file with more bytes than are sent as words. */
  | 'text-too-long'
  /** A text file by its name, with bytes that are neither UTF-8 nor UTF-16. */
  | 'not-text'
  /** Worded by a `FileSource` in the app's language, and displayed as it is. */
  | 'refused-by-source'
  | 'damaged-pdf'
  | 'empty-pdf'
  | 'locked-pdf'
  | 'pdf-timeout'
  | 'no-video-track'
  | 'unsupported-video'
  | 'damaged-video'
  /** Without a length. */
  | 'empty-video'
  | 'video-timeout'
  | 'fetch-blocked'
  | 'bad-link'
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-busy'
  | 'screen-refused'
  | 'screen-failed'
  | 'clipboard-refused'
  | 'clipboard-empty';

/**
 * Why an image could not be loaded from its URL: the app loads none (`not-loaded`), the site does not let it be copied
 * (`not-allowed`) or does not answer (`unreachable`), it answered with an error (`status`), or took too long (`timeout`).
 */
export type LinkFailure = 'not-loaded' | 'not-allowed' | 'unreachable' | 'status' | 'timeout';

/** A file that was not accepted. The others are still processed. */
export interface IntakeRejection {
  code: IntakeRejectionCode;
  /** A plain sentence: what happened, what to do next. */
  message: string;
  /** Empty if there is no file yet, for example for a camera that was refused. */
  name: string;
  file?: File;
  /** URL of an image that could not be copied from there: it may be sent as a link. */
  url?: string;
  /** For `fetch-blocked`: why. */
  linkFailure?: LinkFailure;
  limit?: number;
  value?: number;
}
