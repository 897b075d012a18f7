import type { ImageInfo } from '../formats/types.js';
import type { IntakeRejection } from './rejection.js';

/**
 * A way to make images of a file that browsers do not open as one, such as a PDF, a video or a medical study. `View` is what
 * the interface renders: an element of React in the hooks and components.
 */
export interface FileSource<View = unknown> {
  /** Media types and endings that the file dialog offers as well: `['application/pdf', '.pdf']`. @defaultValue none */
  accept?: readonly string[];
  /** Whether this source opens the file. The first source of the list that says so gets it. */
  accepts: (file: File, facts: FileFacts) => boolean;
  /**
   * Makes the images. What cannot be made is a rejection of the result: with the code `refused-by-source` in your own words,
   * with any other in those of the kit. An error that is thrown becomes one too, and the rest of the drop goes on.
   */
  expandFile: (file: File, context: ExpandContext<View>) => Promise<ExpandedFile>;
}

/** What the first bytes of a file tell. Its name and type are only what somebody has called it. */
export interface FileFacts {
  /** Up to 4,096 bytes. */
  head: Uint8Array;
  /** Of an image that the kit knows: an animation, say, whose frames a source can take apart. */
  info?: ImageInfo;
  /** A format that the kit recognises and does not open, such as `PDF`, `MP4` or `DICOM`. */
  format?: string;
}

export interface ExpandContext<View = unknown> {
  /** Aborts when nobody waits for the images any more: the composer is gone, or the collection was cancelled. */
  signal: AbortSignal;
  /** How many images there is room for. `Infinity` without a limit. */
  maxImages: number;
  /**
   * Renders what the person chooses in, such as pages, and resolves with the choice; `undefined` if they cancel. Files that ask
   * at the same time wait for each other. Missing where no interface is connected: take a sensible part of the file then.
   */
  ask?: AskPerson<View>;
}

export type AskPerson<View = unknown> = <Choice>(
  render: (chooser: Chooser<Choice>) => View,
  options?: { signal?: AbortSignal },
) => Promise<Choice | undefined>;

/** How a chooser ends. */
export interface Chooser<Choice> {
  choose: (choice: Choice) => void;
  cancel: () => void;
}

/** One image of a file. Its name is shown: `report.pdf, page 3`. */
export interface ExpandedImage {
  file: File;
  /** Alternative text, which the person can change. */
  alt?: string;
}

export interface ExpandedFile {
  /** In order. None if the person has cancelled. */
  images: readonly ExpandedImage[];
  /** What could not be made. `name` is the file's if it is missing. */
  rejections?: ReadonlyArray<Pick<IntakeRejection, 'code' | 'message'> & { name?: string }>;
}
