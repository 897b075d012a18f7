import type { StorageOptions, StorageProblemCode } from './types.js';
import { unavailableProblem } from './unavailable-problem.js';

const messages: Record<StorageProblemCode, string> = {
  'storage-unavailable': unavailableProblem.message,
  'storage-full':
    'This browser has no space left to keep every image, so some will be missing after a reload. Sending works as usual.',
  'nothing-kept':
    'There is no room left in this browser, so what you write is not kept and will be lost after a reload. Copy what you need, then delete chats or files on this device. Sending works as usual.',
  'storage-newer':
    'A newer version of this page stored data that this version cannot read. Reload the page to see it; until then your changes are not saved. Sending works as usual.',
  'image-too-large':
    'An image is too large to be kept in this browser, so it will be missing after a reload. Sending works as usual.',
  'image-not-kept':
    'An image could not be kept in this browser, so it will be missing after a reload. Sending works as usual.',
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
