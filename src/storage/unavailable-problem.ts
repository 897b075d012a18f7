import type { StorageProblem } from './types.js';

/** Also reported if the storage code cannot be loaded, so it is separate from the other problems. */
export const unavailableProblem: StorageProblem = {
  code: 'storage-unavailable',
  message:
    'This browser does not let the page store anything, so what you write will be lost after a reload. Sending works as usual.',
};
