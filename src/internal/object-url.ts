/** Returns an object URL for a blob, or `undefined` in a DOM that shows no images, such as jsdom's. */
export function createObjectUrl(blob: Blob): string | undefined {
  return typeof URL.createObjectURL === 'function' ? URL.createObjectURL(blob) : undefined;
}

export function revokeObjectUrl(url: string | undefined): void {
  if (url !== undefined) URL.revokeObjectURL(url);
}
