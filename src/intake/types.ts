import type { ImageInfo, SourceLimits } from '../formats/types.js';
import type { AskPerson, FileSource } from './file-source.js';
import type { IntakeRejection } from './rejection.js';

export type IntakeSource = 'drop' | 'paste' | 'pick' | 'camera' | 'screen' | 'url' | 'code';

/** An image as it was added, checked by its header. */
export interface ImageSource {
  file: File;
  info: ImageInfo;
  /** Display name: numbered if the browser calls every pasted image `image.png`. */
  name: string;
  from: IntakeSource;
  /** Alternative text that arrived with it, for example from a page. */
  alt?: string;
}

/** A file that is sent as it is. */
export interface AttachedFile {
  file: File;
  /** As determined from its bytes. */
  mediaType: string;
}

export interface KeepBytesOptions {
  /** Largest file to keep. @defaultValue 12 MiB */
  maxBytesPerFile?: number;
  /**
   * Total limit for the files of the page; later files are read from their original location. @defaultValue
   * 128 MiB
   */
  maxBytesTotal?: number;
}

export interface IntakeOptions {
  limits?: SourceLimits;
  /** Media types to accept, as determined from the bytes. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** Number of images that are still accepted. */
  maxFiles?: number;
  /**
   * Whether an image that arrives only as a URL, for example dragged from another page, is fetched, without
   * cookies or referrer. A paste has its own option for this.
   *
   * @defaultValue false: code that collects has to allow fetching. The hooks and the dropzone, where a user
   * has just dragged the image here, fetch unless told otherwise.
   */
  fetchLinks?: boolean;
  /**
   * Called for an image that arrives as a URL, `https://…` or `http://…`, before it is fetched: `true` keeps
   * it a link, to be sent as one. The result contains it in `links`.
   *
   * @defaultValue none is kept
   */
  keepsLink?: (url: string) => boolean;
  /**
   * Reported for each image. Use `'code'` for images the user did not pick, such as samples.
   *
   * @defaultValue 'drop' for a `DataTransfer`, 'pick' for files
   */
  from?: IntakeSource;
  /** Names an image without its own name, such as a pasted one. @defaultValue `Pasted image 1.png` and the like */
  nameImage?: (facts: { number: number; from: IntakeSource; extension: string }) => string;
  /**
   * How much of the files is kept in memory, so that an image outlives its file; `false` keeps none.
   *
   * @defaultValue files up to 12 MiB, 128 MiB in total
   */
  keepBytes?: KeepBytesOptions | false;
  /**
   * Sources that turn other files into images. Their images come after the other images of the same drop,
   * which do not wait for them.
   */
  fileSources?: readonly FileSource[];
  /**
   * Media types of files that are sent as they are, such as `application/pdf` or `text/*`, as determined from their
   * bytes. A file that a file source opens is left to it. @defaultValue none
   */
  fileTypes?: readonly string[];
  /** Lets `fileSources` ask the user. */
  ask?: AskPerson;
  /** Called with images as soon as they are recognised, a few at a time, in order; the result contains them too. */
  onImages?: (images: ImageSource[]) => void;
  signal?: AbortSignal;
}

/** Where images can come from: the data of a drop or paste, its items, files, or URLs. */
export type IntakeInput = DataTransfer | Iterable<File | DataTransferItem | URL>;

export interface IntakeResult {
  images: ImageSource[];
  rejections: IntakeRejection[];
  /** URLs that `keepsLink` kept as links. Missing if there are none. */
  links?: string[];
  /** Files to send as they are. Missing if there are none. */
  files?: AttachedFile[];
}
