import type { KitError } from '../errors.js';
import type { ImageInfo } from '../formats/types.js';
import type { Markup } from '../markup/types.js';
import type { ImageDetail } from '../models/types.js';
import type { Pipeline, PreparedImage, PrepareOptions } from '../pipeline/types.js';

export type QueueItemStatus = 'queued' | 'preparing' | 'ready' | 'failed';

/** An image as it was added, before the user marked it up. */
export interface UneditedSource {
  file: Blob;
  info?: ImageInfo;
}

/** Known facts about a file that replaces another. */
export interface SourceReplacement {
  info?: ImageInfo;
  /** The markup that turned the unedited file into this one, so that editing can be resumed. */
  markup?: Markup;
  /** Meaning of the numbers drawn into it: `1: …`, one line each. */
  legend?: string;
}

/** An image that stays where it is: the endpoint fetches it itself. */
export interface QueueLink {
  url: string;
  /** In px; only known if the caller that added the link knew it. */
  widthPx?: number;
  heightPx?: number;
}

export type QueueItemLimits = Pick<PrepareOptions, 'maxSidePx' | 'minSidePx' | 'maxOutputBytes'>;

/** One image in a tray, from when it is added until it is sent or removed. */
export interface QueueItem {
  id: string;
  name: string;
  /**
   * The file to prepare: the original, or its marked-up version. Kept so that the image can be prepared again
   * for another detail or model. For a link it contains the URL, as `text/uri-list`.
   */
  file: Blob;
  /** Set if the original could no longer be read: `file` is what was previously made from it. */
  isSourceGone?: true;
  /**
   * Set for a link: ready at once, never prepared, without a preview, and with a price only if its size is
   * known.
   */
  link?: QueueLink;
  info?: ImageInfo;
  detail: ImageDetail;
  /** Stricter limits for this image alone, for example after a refusal. */
  limits?: QueueItemLimits;
  status: QueueItemStatus;
  /** Fraction from 0 to 1 while preparing. */
  progress: number;
  /** At first the file's own thumbnail or the file, later the bytes that will be sent. Owned by the queue. */
  previewUrl?: string;
  /** Whether the preview shows the bytes that will be sent. */
  previewIsFinal: boolean;
  prepared?: PreparedImage;
  error?: KitError;
  /** Alternative text, written by the user. */
  alt?: string;
  /** Source before markup, to allow reverting. It stays in this page's memory and is never sent or stored. */
  unedited?: UneditedSource;
  /** The markup that turned the unedited source into `file`. */
  markup?: Markup;
  /** Meaning of the numbers drawn into the image. Sent as text before it. */
  legend?: string;
  /** Another model's description of it, if it was sent before. */
  description?: string;
}

export interface QueueTotals {
  images: number;
  ready: number;
  failed: number;
  tokens: number;
  /** Total bytes of the prepared images. */
  bytes: number;
  /** Total bytes of their originals. */
  sourceBytes: number;
}

export interface QueueState {
  items: readonly QueueItem[];
  totals: QueueTotals;
  /** Whether images are being prepared or still arriving. A message sent now would not include them. */
  isPreparing: boolean;
  /** Whether images are still being collected: a folder is walked, a link fetched, a file opened. */
  isArriving: boolean;
}

export interface ImageQueueOptions {
  pipeline: Pipeline;
  /** How images are prepared; a change prepares every image again from its original. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail'>;
  /** Detail of new images. @defaultValue 'auto' */
  detail?: ImageDetail;
  /**
   * Token budget of all images together. It is divided fairly: small images keep what they need, large ones
   * become smaller. Adding or removing an image, or changing its detail, changes the shares of the others.
   * @defaultValue no limit
   */
  maxTotalTokens?: number | undefined;
  createId?: () => string;
}

export interface QueueAddition {
  /** Id of an image that is restored, for example from a draft or an undone removal. @defaultValue a new one */
  id?: string;
  file: Blob;
  name: string;
  /** Sent instead of the file; `linkAddition` creates the rest. */
  link?: QueueLink;
  info?: ImageInfo;
  detail?: ImageDetail;
  alt?: string;
  legend?: string;
  description?: string;
  unedited?: UneditedSource;
  markup?: Markup;
  /**
   * An image that was prepared before, for example when a question is edited: shown at once, prepared again
   * only on change.
   */
  prepared?: PreparedImage;
}

/**
 * A queue that prepares images, without a framework. Images keep the order in which they were added until the
 * user moves one.
 */
export interface ImageQueue {
  getSnapshot: () => QueueState;
  subscribe: (listener: () => void) => () => void;
  /** Adds images and returns their ids, in order. */
  add: (additions: readonly QueueAddition[]) => string[];
  /**
   * Counts as preparing until the promise has settled, to cover the time between a drop and `add`. Its
   * results must be added before it settles.
   */
  waitFor: (arrival: Promise<unknown>) => void;
  /** Puts others in the place of an image, and returns their ids; none if the image has gone. */
  replace: (id: string, additions: readonly QueueAddition[]) => string[];
  remove: (id: string) => void;
  clear: () => void;
  move: (id: string, toIndex: number) => void;
  setDetail: (id: string, detail: ImageDetail) => void;
  setAllDetails: (detail: ImageDetail) => void;
  /** Prepares one image again under stricter limits. */
  setLimits: (id: string, limits: QueueItemLimits) => void;
  setAlt: (id: string, alt: string) => void;
  /**
   * Replaces an image's file and prepares the new one. Number, detail and alternative text stay. Nothing made
   * from the previous file is shown or sent any more, since it may contain what the user redacted.
   */
  replaceSource: (id: string, file: Blob, facts?: SourceReplacement) => void;
  /** Reverts every replacement of an image's file. */
  revertSource: (id: string) => void;
  retry: (id: string) => void;
  setOptions: (options: Partial<ImageQueueOptions>) => void;
  /** Returns a cleanup function, which aborts work in flight and revokes every object URL. */
  connect: () => () => void;
}
