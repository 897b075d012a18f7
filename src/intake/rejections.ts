import { KitError } from '../errors.js';
import { formatName } from './accept.js';
import type { IntakeRejection, LinkFailure } from './rejection.js';
import { linkName, nameAndFile } from './unreadable.js';

/**
 * Returns the rejection of a file, or of one known only by its name, whose contents were refused. Rethrows
 * any other error.
 */
export function rejectedFile(file: File | string, error: unknown): IntakeRejection {
  if (!KitError.is(error) || error.code === 'aborted') throw error;
  const { limit, value } = error.facts;
  return {
    code: error.code as IntakeRejection['code'],
    message: error.message,
    ...nameAndFile(file),
    ...(limit === undefined ? {} : { limit }),
    ...(value === undefined ? {} : { value }),
  };
}

export function rejectedType(
  file: File,
  mediaType: string,
  accepted: readonly string[],
): IntakeRejection {
  const names = [...new Set(accepted.map(formatName))];
  return {
    code: 'type-not-accepted',
    message: `This is an image of the type ${formatName(mediaType)}, and only ${listed(names)} are accepted here. Save it as one of these, and add that.`,
    name: file.name,
    file,
  };
}

export function tooManyFiles(file: File | string, limit: number, value: number): IntakeRejection {
  const room =
    limit === 0
      ? 'There is no room for another image'
      : `There is room for ${limit} more ${limit === 1 ? 'image' : 'images'}, and this one was left out`;
  return {
    code: 'too-many-files',
    message: `${room}. Send what is there first, or remove one, and add this one again.`,
    ...nameAndFile(file),
    limit,
    value,
  };
}

/** Returns the rejection of an image that cannot be copied from its URL. */
export function blockedLink(
  url: string,
  linkFailure: LinkFailure,
  message: string,
): IntakeRejection {
  const isRemote = /^https?:/i.test(url);
  return {
    code: 'fetch-blocked',
    message,
    name: linkName(url),
    linkFailure,
    ...(isRemote && { url }),
  };
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
