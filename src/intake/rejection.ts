import type { ImageErrorCode } from '../errors.js';

export type IntakeRejectionCode =
  | ImageErrorCode
  | 'too-many-files'
  | 'type-not-accepted'
  | 'not-expanded'
  /** Worded by a `FileSource` in the language of its app, and shown as it is. */
  | 'refused-by-source'
  | 'fetch-blocked'
  | 'bad-link'
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-busy'
  | 'screen-refused'
  | 'screen-failed'
  | 'clipboard-refused'
  | 'clipboard-empty';

/** A file that was not taken. The others go on. */
export interface IntakeRejection {
  code: IntakeRejectionCode;
  /** A plain sentence: what happened, what to do next. */
  message: string;
  /** Empty where there is no file yet, as of a camera that was refused. */
  name: string;
  file?: File;
  /** Where an image lies that could not be copied from there: it may be sent as a link. */
  url?: string;
  limit?: number;
  value?: number;
}
