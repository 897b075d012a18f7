import type { KitError } from '../errors.js';
import type { IntakeRejection } from './types.js';

/** A file whose bytes say it cannot be used. */
export function rejectedFile(file: File, error: KitError): IntakeRejection {
  const { limit, value } = error.facts;
  return {
    code: error.code as IntakeRejection['code'],
    message: error.message,
    name: file.name,
    file,
    ...(limit === undefined ? {} : { limit }),
    ...(value === undefined ? {} : { value }),
  };
}

export function tooManyFiles(file: File, limit: number, value: number): IntakeRejection {
  return {
    code: 'too-many-files',
    message:
      limit === 0
        ? 'There is no room for another picture. Send these first, or remove one.'
        : `There is room for ${limit} ${limit === 1 ? 'picture' : 'pictures'} more. Send these first, then add the others.`,
    name: file.name,
    file,
    limit,
    value,
  };
}

export function typeNotAccepted(
  file: File,
  mediaType: string,
  accept: readonly string[],
): IntakeRejection {
  const names = accept.map((type) =>
    type
      .replace(/^image\//, '')
      .replace(/\+.*$/, '')
      .toUpperCase(),
  );
  const taken = names.includes('*') ? 'other pictures' : names.join(', ');
  return {
    code: 'type-not-accepted',
    message: `This is ${mediaType
      .replace(/^image\//, '')
      .replace(/\+.*$/, '')
      .toUpperCase()}, and only ${taken} can be added here. Save it in one of these formats and add it again.`,
    name: file.name,
    file,
  };
}

/** A picture that came as an address, on a site that does not let it be copied, or that was not asked. */
export function fetchBlocked(address: string): IntakeRejection {
  const host = URL.canParse(address) ? new URL(address).host : 'another site';
  return {
    code: 'fetch-blocked',
    message: `This picture is on ${host}, which does not let its pictures be copied from here. Save it to this device and add the file.`,
    name: address,
  };
}
