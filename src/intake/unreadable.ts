import type { IntakeRejection } from './rejection.js';

export function unreadable(name: string, message: string): IntakeRejection {
  return { code: 'unreadable-file', message, name };
}

/** Returns the rejection for a file whose reader did not load. */
export function notLoaded(file: File | string, error: unknown): IntakeRejection {
  const message = error instanceof Error ? error.message : '';
  return { code: 'unreadable-file', message, ...nameAndFile(file) };
}

/** Returns the last segment of a URL's path, or its host; empty for a data URL. */
export function linkName(url: string): string {
  if (!/^https?:/i.test(url)) return '';
  try {
    const { pathname, hostname } = new URL(url);
    return decodeURIComponent(pathname.split('/').at(-1) ?? '') || hostname;
  } catch {
    return '';
  }
}

export const nameAndFile = (file: File | string): Pick<IntakeRejection, 'name' | 'file'> =>
  typeof file === 'string' ? { name: file } : { name: file.name, file };
