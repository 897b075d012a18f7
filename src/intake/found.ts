import type { IntakeRejection } from './rejection.js';

export interface FoundLink {
  kind: 'link';
  url: string;
  /** Other possible URLs, best first, for when the first holds a placeholder or nothing. */
  others?: readonly string[];
  /** Set if the page shows what is at `url`: no other image may replace it, unless it is a placeholder. */
  isShown?: true;
}

/** An item of a drop, paste or pick, before it is examined. */
export type Found =
  /** A file in a folder was put there deliberately, whatever is next to it. */
  | { kind: 'file'; file: File; isInFolder?: true }
  /** An image that is elsewhere, or in a data URL. */
  | FoundLink
  | { kind: 'rejected'; rejection: IntakeRejection };

/** What a folder is read from. Only some browsers have handles. */
export type TakenFolder = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry'> & {
  getAsFileSystemHandle?: () => Promise<unknown>;
};
