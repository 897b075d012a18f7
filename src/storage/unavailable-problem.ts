import type { StorageProblem } from './types.js';

/** Also reported where the code of the storage cannot be loaded, so it comes before the other problems. */
export const unavailableProblem: StorageProblem = {
  code: 'storage-unavailable',
  message:
    'This browser does not let the page keep anything, so what you write is gone after a reload. Sending works as usual.',
};
