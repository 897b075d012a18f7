import { loadModule } from '../internal/lazy-module.js';
import type { Found } from './found.js';
import { linkName, notLoaded } from './unreadable.js';
import type { IntakeOptions, IntakeResult } from './types.js';
import type { IntakeRejection } from './rejection.js';

/** Loads the code that checks images, now that there are some. If loading fails, no image is accepted. */
export async function checkFound(
  found: readonly Found[],
  options: IntakeOptions,
): Promise<IntakeResult> {
  const checks = await loadModule(() => import('./check-files.js')).catch((error: unknown) => ({
    checkFiles: (): IntakeResult => ({
      images: [],
      rejections: found.map((one) => notTaken(one, error)),
    }),
  }));
  return checks.checkFiles(found, options);
}

function notTaken(found: Found, error: unknown): IntakeRejection {
  if (found.kind === 'rejected') return found.rejection;
  return notLoaded(found.kind === 'file' ? found.file : linkName(found.url), error);
}
