import type { KitError } from '../errors.js';
import type { ImageInfo } from '../formats/types.js';
import type { Markup } from '../markup/types.js';
import type { ImageDetail } from '../models/types.js';
import type { Pipeline, PreparedImage, PrepareOptions } from '../pipeline/types.js';

export type QueueItemStatus = 'queued' | 'preparing' | 'ready' | 'failed';

/** An image as it came in, before the person marked it up. */
export interface UneditedSource {
  file: Blob;
  info?: ImageInfo;
}

/** What is known of a file that takes the place of another. */
export interface SourceReplacement {
  info?: ImageInfo;
  /** How it was made from the unedited file, so that the work can be taken up again. */
  markup?: Markup;
  /** What the numbers drawn into it mean: `1: …`, a line each. */
  legend?: string;
}

/** An image that stays where it is: the endpoint fetches it by itself. */
export interface QueueLink {
  url: string;
  /** px; known only where whoever added the link knew it. */
  widthPx?: number;
  heightPx?: number;
}

export type QueueItemLimits = Pick<PrepareOptions, 'maxSidePx' | 'minSidePx' | 'maxOutputBytes'>;

/** One image in a tray, from the moment it came in until it is sent or removed. */
export interface QueueItem {
  id: string;
  name: string;
  /**
   * What is fitted: the original, or what it was marked up to. Kept, so that another detail or model can be fitted from it.
   * Of a link it is the address, as `text/uri-list`.
   */
  file: Blob;
  /** The file could not be read any more: `file` is what was made of it before. */
  isSourceGone?: true;
  /** Sent as a link: ready at once, never prepared, without a preview, and of a price that is known only with its size. */
  link?: QueueLink;
  info?: ImageInfo;
  detail: ImageDetail;
  /** Tighter limits for this image alone, as after a refusal. */
  limits?: QueueItemLimits;
  status: QueueItemStatus;
  /** 0 to 1 while preparing. */
  progress: number;
  /** First the file's own thumbnail or the file, then the bytes that will be sent. Owned by the queue. */
  previewUrl?: string;
  /** Whether the preview shows the bytes that will be sent. */
  previewIsFinal: boolean;
  prepared?: PreparedImage;
  error?: KitError;
  /** Alternative text, written by the person. */
  alt?: string;
  /** Of an image that was marked up: the way back. It stays in this page's memory; nothing sends or stores it. */
  unedited?: UneditedSource;
  /** How `file` was made from the unedited one. */
  markup?: Markup;
  /** What the numbers drawn into the image mean. Sent as text before it. */
  legend?: string;
}

export interface QueueTotals {
  images: number;
  ready: number;
  failed: number;
  tokens: number;
  /** Of the prepared images. */
  bytes: number;
  /** Of their originals. */
  sourceBytes: number;
}

export interface QueueState {
  items: readonly QueueItem[];
  totals: QueueTotals;
  /** True while images are being prepared or are still arriving. A message sent now would leave them behind. */
  isPreparing: boolean;
  /** Images are on their way: a folder is walked, a link fetched, a file opened. */
  isArriving: boolean;
}

export interface ImageQueueOptions {
  pipeline: Pipeline;
  /** How images are prepared; a change prepares every image again, from its original. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail'>;
  /** For new images. @defaultValue 'auto' */
  detail?: ImageDetail;
  /**
   * What the images may cost together. Shared out fairly: small ones keep what they need, large ones become smaller. An
   * image that comes or goes, or changes its detail, changes the shares of the others. @defaultValue no limit
   */
  maxTotalTokens?: number | undefined;
  createId?: () => string;
}

export interface QueueAddition {
  /** For an image that comes back, as from a draft or an undone removal. @defaultValue a new one */
  id?: string;
  file: Blob;
  name: string;
  /** Sent in place of the file; `linkAddition` makes the rest. */
  link?: QueueLink;
  info?: ImageInfo;
  detail?: ImageDetail;
  alt?: string;
  legend?: string;
  unedited?: UneditedSource;
  markup?: Markup;
  /** An image that was prepared before, as when a question is edited: shown at once, prepared again only on change. */
  prepared?: PreparedImage;
}

/** Images being made ready, without a framework. Order is the order they were added in, until the person moves one. */
export interface ImageQueue {
  getSnapshot: () => QueueState;
  subscribe: (listener: () => void) => () => void;
  /** Returns the ids, in order. */
  add: (additions: readonly QueueAddition[]) => string[];
  /**
   * Counts as preparing until a promise has settled, for what takes its time between the drop and `add`. What comes of it
   * has to be added before.
   */
  waitFor: (arrival: Promise<unknown>) => void;
  remove: (id: string) => void;
  clear: () => void;
  move: (id: string, toIndex: number) => void;
  setDetail: (id: string, detail: ImageDetail) => void;
  setAllDetails: (detail: ImageDetail) => void;
  /** Prepares one image again under tighter limits. */
  setLimits: (id: string, limits: QueueItemLimits) => void;
  setAlt: (id: string, alt: string) => void;
  /**
   * Puts another file in the place of an image's, and prepares it. Number, detail and alternative text stay. Nothing
   * made from the file before is shown or sent any more: it may be what the person blacked out.
   */
  replaceSource: (id: string, file: Blob, facts?: SourceReplacement) => void;
  /** Takes every replacement of an image's file back. */
  revertSource: (id: string) => void;
  retry: (id: string) => void;
  setOptions: (options: Partial<ImageQueueOptions>) => void;
  /** Returns its own undo, which stops what is under way and frees every object URL. */
  connect: () => () => void;
}
