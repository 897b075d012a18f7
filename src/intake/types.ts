import type { ImageInfo, SourceLimits } from '../formats/types.js';
import type { AskPerson, FileSource } from './file-source.js';
import type { IntakeRejection } from './rejection.js';

export type IntakeSource = 'drop' | 'paste' | 'pick' | 'camera' | 'screen' | 'url' | 'code';

/** One image as it came in, checked from its header. */
export interface ImageSource {
  file: File;
  info: ImageInfo;
  /** The name to show: numbered when the browser calls every pasted image `image.png`. */
  name: string;
  from: IntakeSource;
  /** Alternative text that came with it, as the words of a page. */
  alt?: string;
}

export interface KeepBytesOptions {
  /** Largest file to keep. @defaultValue 12 MiB */
  maxBytesPerFile?: number;
  /** How much the files of the page may take together; those that come later are read from where they lie. @defaultValue 128 MiB */
  maxBytesTotal?: number;
}

export interface IntakeOptions {
  limits?: SourceLimits;
  /** Media types to take, as the bytes tell them. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** How many more images may come in. */
  maxFiles?: number;
  /**
   * Whether an image that comes as an address only, as when it is dragged from another page, is fetched from there,
   * without cookies or referrer. A paste has an option of its own for this.
   *
   * @defaultValue false: code that collects says itself what may be fetched. The hooks and the dropzone, where a person
   * has just dragged the image here, fetch unless told otherwise.
   */
  fetchLinks?: boolean;
  /**
   * Asked of an image that comes as an address, `https://…` or `http://…`, before it is fetched: true leaves it a link, to be
   * sent as one. The result holds it in `links`.
   *
   * @defaultValue none is left
   */
  keepsLink?: (url: string) => boolean;
  /**
   * Told with each image. Files that no person has picked, as samples, are told apart with `'code'`.
   *
   * @defaultValue 'drop' for a `DataTransfer`, 'pick' for files
   */
  from?: IntakeSource;
  /** Names an image that has no name of its own, as a pasted one. @defaultValue `Pasted image 1.png` and the like */
  nameImage?: (facts: { number: number; from: IntakeSource; extension: string }) => string;
  /**
   * How much of the files is kept in memory, so that an image outlives its file; `false` keeps none.
   *
   * @defaultValue files up to 12 MiB, 128 MiB together
   */
  keepBytes?: KeepBytesOptions | false;
  /**
   * Ways to make images of files that are none. What comes of such a file stands behind the other images of the same drop,
   * which do not wait for it.
   */
  fileSources?: readonly FileSource[];
  /** Lets `fileSources` ask the person. */
  ask?: AskPerson;
  /** Told of images as soon as they are known to be some, a few at a time, in order; the result holds them too. */
  onImages?: (images: ImageSource[]) => void;
  signal?: AbortSignal;
}

/** Where images can come from: the data of a drop or paste, the items in it, files, or addresses. */
export type IntakeInput = DataTransfer | Iterable<File | DataTransferItem | URL>;

export interface IntakeResult {
  images: ImageSource[];
  rejections: IntakeRejection[];
  /** Addresses that `keepsLink` left as they are. Missing where there are none. */
  links?: string[];
}
