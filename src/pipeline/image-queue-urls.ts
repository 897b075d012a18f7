/** The object URLs of a queue, one per picture. Each is taken back when another takes its place. */
export interface PreviewUrls {
  /** Makes a URL for a picture. The one before stays valid until the interface had time to take the new one. */
  replace(id: string, blob: Blob | undefined): string | undefined;
  revoke(id: string): void;
  revokeAll(): void;
}

export function createPreviewUrls(): PreviewUrls {
  const current = new Map<string, string>();
  const retired = new Set<string>();

  function revokeUrl(url: string): void {
    retired.delete(url);
    URL.revokeObjectURL(url);
  }

  return {
    replace(id, blob) {
      const before = current.get(id);
      if (before !== undefined) {
        retired.add(before);
        setTimeout(() => retired.has(before) && revokeUrl(before), 100);
      }
      const url = blob && URL.createObjectURL(blob);
      if (url === undefined) current.delete(id);
      else current.set(id, url);
      return url;
    },
    revoke(id) {
      const url = current.get(id);
      current.delete(id);
      if (url !== undefined) revokeUrl(url);
    },
    revokeAll() {
      for (const url of [...current.values(), ...retired]) revokeUrl(url);
      current.clear();
    },
  };
}
