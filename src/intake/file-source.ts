import type { ImageInfo } from '../formats/types.js';
import type { Drawing } from '../internal/drawings.js';
import type { IntakeRejection } from './rejection.js';

/**
 * Turns files that browsers do not open as images into images, such as a PDF, a video or a medical study.
 * `View` is what the interface renders: a React element in the hooks and components.
 */
export interface FileSource<View = unknown> {
  /**
   * Media types and extensions that the file dialog offers as well: `['application/pdf', '.pdf']`.
   * @defaultValue none
   */
  accept?: readonly string[];
  /** Whether this source opens the file. The first source of the list that returns `true` gets it. */
  accepts: (file: File, facts: FileFacts) => boolean;
  /**
   * Creates the images. What fails is a rejection in the result: with the code `refused-by-source` in your
   * own words, with any other code in those of the kit. A thrown error becomes a rejection too, and the rest
   * of the drop is still processed.
   */
  expandFile: (file: File, context: ExpandContext<View>) => Promise<ExpandedFile>;
}

/** Facts from the first bytes of a file. Its name and type are not trusted. */
export interface FileFacts {
  /** Up to 4,096 bytes. */
  head: Uint8Array;
  /** Set for an image that the kit recognises, such as an animation whose frames a source can extract. */
  info?: ImageInfo;
  /** A format that the kit recognises but does not open, such as `PDF`, `MP4` or `DICOM`. */
  format?: string;
}

export interface ExpandContext<View = unknown> {
  /** Aborted when the images are no longer needed: the composer was unmounted, or the collection was cancelled. */
  signal: AbortSignal;
  /** Number of images that are still accepted. `Infinity` without a limit. */
  maxImages: number;
  /**
   * Whether the file itself can be sent as it is: a chooser may offer that, and the result has `isAttached` then.
   *
   * @defaultValue false
   */
  canAttach?: boolean;
  /**
   * Renders a chooser, for example for pages, and resolves with the user's choice, or `undefined` if they
   * cancel. Concurrent requests are queued. Missing if no interface is connected: use a sensible part of the
   * file then.
   */
  ask?: AskPerson<View>;
}

export type AskPerson<View = unknown> = <Choice>(
  render: (chooser: Chooser<Choice>) => View,
  options?: { signal?: AbortSignal },
) => Promise<Choice | undefined>;

/** Callbacks that end a chooser. */
export interface Chooser<Choice> {
  choose: (choice: Choice) => void;
  cancel: () => void;
}

/** One image of a file. Its name is displayed: `report.pdf, page 3`. */
export interface ExpandedImage {
  file: File;
  /** Alternative text, which the user can change. */
  alt?: string;
  /**
   * Draws the image in the size that a model uses, for sources without pixels of their own, such as the pages of a PDF.
   * Called again when the model or the detail changes. `file` is used while it has the right size, and when drawing
   * fails.
   */
  drawing?: Drawing;
}

export interface ExpandedFile {
  /** Images in order. Empty if the user cancelled. */
  images: readonly ExpandedImage[];
  /** Sends the file itself as it is. Ignored unless `canAttach` is set. @defaultValue false */
  isAttached?: boolean;
  /** What could not be created. `name` defaults to that of the file. */
  rejections?: ReadonlyArray<Pick<IntakeRejection, 'code' | 'message'> & { name?: string }>;
}
