import type { ImageErrorCode } from '../errors.js';
import type { ImageInfo, SourceLimits } from '../formats/types.js';

export type IntakeSource = 'drop' | 'paste' | 'pick' | 'camera' | 'screen' | 'url' | 'code';

/** One picture as it came in, checked from its header. */
export interface ImageSource {
  file: File;
  info: ImageInfo;
  /** The name to show: numbered when the browser calls every pasted picture `image.png`. */
  name: string;
  from: IntakeSource;
}

export type IntakeRejectionCode =
  | ImageErrorCode
  | 'too-many-files'
  | 'type-not-accepted'
  | 'fetch-blocked';

/** A file that was not taken. The others go on. */
export interface IntakeRejection {
  code: IntakeRejectionCode;
  /** A plain sentence: what happened, what to do next. */
  message: string;
  name: string;
  file?: File;
  limit?: number;
  value?: number;
}

export interface IntakeOptions {
  limits?: SourceLimits;
  /** Media types to take, as the bytes tell them. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** How many more pictures may come in. */
  maxFiles?: number;
  /** Fetches pictures that came as an address only. @defaultValue false: nothing is asked of a site the person did not name */
  fetchLinks?: boolean;
  /** Written into what comes out. @defaultValue 'drop' for a `DataTransfer`, 'pick' for files */
  from?: IntakeSource;
  signal?: AbortSignal;
}

/** Where pictures can come from: the data of a drop or paste, or files. */
export type IntakeInput = DataTransfer | Iterable<File>;

export interface IntakeResult {
  images: ImageSource[];
  rejections: IntakeRejection[];
}
