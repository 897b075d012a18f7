import type { IntakeRejection } from './rejection.js';

export interface FoundLink {
  kind: 'link';
  url: string;
  /** Where it may lie as well, the best first: in place of a placeholder, and of an address that gives nothing. */
  others?: readonly string[];
  /** The page shows what is at `url`: nothing else is taken for it, unless that is a placeholder. */
  isShown?: true;
}

/** What a drop, paste or pick held, before anyone looked into it. */
export type Found =
  /** One of a folder was put there by somebody, whatever lies beside it. */
  | { kind: 'file'; file: File; isInFolder?: true }
  /** An image that is somewhere else, or written out in a data URL. */
  | FoundLink
  | { kind: 'rejected'; rejection: IntakeRejection };

/** What a folder is read from. Only some browsers have handles. */
export type TakenFolder = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry'> & {
  getAsFileSystemHandle?: () => Promise<unknown>;
};
