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
  limit?: number;
  value?: number;
}
