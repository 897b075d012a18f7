import type { KitError } from '../errors.js';
import type { Problem, ProblemCode, ProblemFix } from '../messages/types.js';

/** What fixes a refusal. Codes that are missing here are not about the message. */
export const problemFixes: Partial<Record<string, ProblemFix>> = {
  'no-vision': 'switch-model',
  'role-without-images': 'remove',
  'media-type': 'convert',
  'empty-image': 'remove',
  'image-bytes': 'shrink',
  'image-side': 'shrink',
  'image-pixels': 'shrink',
  'image-too-small': 'enlarge',
  'image-patches': 'shrink',
  'too-many-images': 'drop-oldest',
  'request-bytes': 'shrink',
  'image-bytes-total': 'shrink',
  'context-tokens': 'drop-oldest',
  'url-form': 'convert',
  'url-not-reachable': 'remove',
  'unsupported-by-wire': 'convert',
  'file-not-taken': 'switch-model',
  'empty-message': 'write-text',
} satisfies Record<ProblemCode, ProblemFix>;

/** Returns a refusal as a problem, which the interface shows and fixes like one that was found before sending. */
export function problemOfError(error: KitError | undefined): Problem | undefined {
  const { problem: code, imageId, limit, value } = error?.facts ?? {};
  const fix = code === undefined ? undefined : problemFixes[code];
  if (!error || fix === undefined) return undefined;
  return {
    code: code as ProblemCode,
    severity: 'error',
    message: error.message,
    fix,
    ...(imageId !== undefined && { imageId }),
    ...(limit !== undefined && { limit }),
    ...(value !== undefined && { value }),
  };
}
