import type { IntakeRejection } from './types.js';

/** What a drop, paste or pick held, before anyone looked into it. */
export type Found =
  | { kind: 'file'; file: File }
  /** A picture that is somewhere else, or written out in a data URL. */
  | { kind: 'link'; url: string }
  | { kind: 'rejected'; rejection: IntakeRejection };
