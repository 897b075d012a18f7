import { bytes } from '../../src/components/devtools/format.js';

/** A value as JSON for people: Blobs become a few words, long base64 is cut. */
export function readable(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) => {
      if (inner instanceof Blob) return `Blob of ${bytes(inner.size)}`;
      if (typeof inner === 'string' && inner.length > 400) return `${inner.slice(0, 80)}…`;
      return inner;
    },
    2,
  );
}
