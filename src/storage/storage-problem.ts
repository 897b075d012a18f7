import type { StorageOptions, StorageProblemCode } from './types.js';
import { unavailableProblem } from './unavailable-problem.js';

const messages: Record<StorageProblemCode, string> = {
  'storage-unavailable': unavailableProblem.message,
  'storage-full':
    'There is no room left in this browser to keep every image, so some are gone after a reload. Sending works as usual.',
  'storage-newer':
    'A newer version of this page kept something here that this one cannot read. Reload the page to see it; until then what you write here is not kept. Sending works as usual.',
  'image-too-large':
    'An image is too large to be kept in this browser, so it is gone after a reload. Sending works as usual.',
  'image-not-kept':
    'An image could not be kept in this browser, so it is gone after a reload. Sending works as usual.',
};

/** Reports each kind of problem once. */
export function createProblemReporter(
  onProblem: StorageOptions['onProblem'],
): (code: StorageProblemCode) => void {
  const told = new Set<StorageProblemCode>();
  return (code) => {
    if (told.has(code)) return;
    told.add(code);
    onProblem?.({ code, message: messages[code] });
  };
}
