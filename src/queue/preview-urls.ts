import { createObjectUrl, revokeObjectUrl } from '../internal/object-url.js';

/** The object URLs of a queue, one per image. Each is revoked when it is replaced. */
export interface PreviewUrls {
  /** Creates a URL for an image. The previous one stays valid until the interface has had time to switch. */
  replace(id: string, blob: Blob | undefined): string | undefined;
  /**
   * The same for an unprocessed file. Returns `undefined` while the earlier ones exceed what a page should
   * hold.
   */
  replaceByFile(id: string, file: Blob): string | undefined;
  /** Revokes all current and earlier URLs of an image at once, for example when it is removed or redacted. */
  revoke(id: string): void;
  revokeAll(): void;
}

/**
 * A displayed file stays in memory until the browser collects it, which blocks the page: for 300 ms after a
 * hundred photos. The images of one screen stay below this.
 */
const MAX_PAINTED_FILE_BYTES = 16 * 1024 * 1024;

export function createPreviewUrls(): PreviewUrls {
  /** Sizes of unprocessed files with a URL, in bytes. */
  const files = new Map<string, number>();
  const current = new Map<string, string>();
  /** Replaced URLs that are still valid, each with its image. */
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
      // A single file is always shown.
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
