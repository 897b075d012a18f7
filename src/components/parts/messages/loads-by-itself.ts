import type { ImagePart } from '../../../messages/types.js';

/** Whether a link is shown automatically, which its host learns of: only one that the app put into a question. */
export function loadsByItself({ loadsOnPress }: ImagePart, role: string): boolean {
  return role === 'user' && loadsOnPress !== true;
}
