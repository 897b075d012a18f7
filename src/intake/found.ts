import type { IntakeRejection } from './rejection.js';

/** What a drop, paste or pick held, before anyone looked into it. */
export type Found =
  | { kind: 'file'; file: File }
  /** A picture that is somewhere else, or written out in a data URL. */
  | { kind: 'link'; url: string }
  | { kind: 'rejected'; rejection: IntakeRejection };

/** What a folder is read from. Only some browsers have handles. */
export type TakenFolder = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry'> & {
  getAsFileSystemHandle?: () => Promise<unknown>;
};
