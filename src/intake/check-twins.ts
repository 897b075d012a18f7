import { loadModule } from '../internal/lazy-module.js';
import { type Attachable, checkFile, type CheckedFile, type Expandable } from './check-file.js';
import type { Found } from './found.js';
import { type FoundFile, isGeneric } from './find-twins.js';
import type { Twin } from './merge-twins.js';
import type { IntakeOptions } from './types.js';

type CheckedTwin = CheckedFile | Attachable | Expandable;

/** Checks files that may be one image. A file that is missing from the result is a copy of another one in it. */
export async function checkTwins(
  group: readonly FoundFile[],
  options: IntakeOptions,
): Promise<ReadonlyMap<Found, CheckedTwin>> {
  const checks = group.map(async (found) => ({
    found,
    checked: await checkFile(found.file, options),
  }));
  const all = await Promise.all(checks);
  const twins = new Map<Twin, (typeof all)[number]>();
  for (const one of all) {
    const twin = asTwin(one.found.file, one.checked);
    if (twin) twins.set(twin, one);
  }
  const result = new Map<Found, CheckedTwin>(all.map(({ found, checked }) => [found, checked]));
  if (twins.size < 2 || ![...twins.keys()].some(({ isTaken }) => isTaken)) return result;
  const { mergeTwins } = await loadModule(() => import('./merge-twins.js'));
  const kept = await mergeTwins([...twins.keys()]);
  for (const [twin, { found, checked }] of twins) {
    const file = kept.get(twin);
    if (!file) result.delete(found);
    else if ('image' in checked) {
      result.set(found, { image: { ...checked.image, file, name: file.name } });
    }
  }
  return result;
}

/** Returns an image, or a file that was refused for its format: any other file is not a copy of an image. */
function asTwin(file: File, checked: CheckedTwin): Twin | undefined {
  if ('expands' in checked || 'attached' in checked) return undefined;
  if ('image' in checked) {
    return { file: checked.image.file, info: checked.image.info, isTaken: true };
  }
  const { rejection, info } = checked;
  // A file with its own name that is not accepted was intended, so its refusal is reported.
  const isForFormat =
    rejection.code === 'unsupported-format' ||
    (rejection.code === 'type-not-accepted' && isGeneric(file.name));
  return isForFormat ? { file, ...(info && { info }), isTaken: false } : undefined;
}
