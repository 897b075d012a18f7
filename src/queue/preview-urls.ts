import { createObjectUrl, revokeObjectUrl } from '../internal/object-url.js';

/** The object URLs of a queue, one per image. Each is taken back when another takes its place. */
export interface PreviewUrls {
  /** Makes a URL for an image. The one before stays valid until the interface had time to take the new one. */
  replace(id: string, blob: Blob | undefined): string | undefined;
  /** The same for a file that is painted as it came. None while the ones before it are more than a page should hold. */
  replaceByFile(id: string, file: Blob): string | undefined;
  /** Revokes every URL that an image has or had, at once: of one that was removed, or that hides something now. */
  revoke(id: string): void;
  revokeAll(): void;
}

/**
 * A file that is painted is in memory as a whole until the browser collects it, and the page stands still meanwhile: for
 * 300 ms after a hundred photographs. Those of one screen are fewer.
 */
const MAX_PAINTED_FILE_BYTES = 16 * 1024 * 1024;

export function createPreviewUrls(): PreviewUrls {
  /** What is painted as it came, in bytes. */
  const files = new Map<string, number>();
  const current = new Map<string, string>();
  /** Replaced URLs that are still valid, each with the image it showed. */
  const retired = new Map<string, string>();

  function revokeUrl(url: string): void {
    retired.delete(url);
    revokeObjectUrl(url);
  }

  function replace(id: string, blob: Blob | undefined): string | undefined {
    files.delete(id);
    const before = current.get(id);
    if (before !== undefined) {
      retired.set(before, id);
      setTimeout(() => retired.has(before) && revokeUrl(before), 100);
    }
    const url = blob && createObjectUrl(blob);
    if (url === undefined) current.delete(id);
    else current.set(id, url);
    return url;
  }

  return {
    replace,
    replaceByFile(id, file) {
      files.delete(id);
      let paintedBytes = file.size;
      for (const bytes of files.values()) paintedBytes += bytes;
      // One alone is always shown.
      if (files.size > 0 && paintedBytes > MAX_PAINTED_FILE_BYTES) return replace(id, undefined);
      const url = replace(id, file);
      files.set(id, file.size);
      return url;
    },
    revoke(id) {
      files.delete(id);
      const url = current.get(id);
      current.delete(id);
      if (url !== undefined) revokeUrl(url);
      for (const [before, owner] of retired) if (owner === id) revokeUrl(before);
    },
    revokeAll() {
      for (const url of [...current.values(), ...retired.keys()]) revokeUrl(url);
      current.clear();
      files.clear();
    },
  };
}
