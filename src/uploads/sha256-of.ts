import { createId } from '../internal/create-id.js';

export interface BlobHash {
  /** The hash, or a key unique to this Blob if there is none. */
  key: string;
  /** In hexadecimal. Browsers only hash on secure pages. */
  sha256?: string;
}

const hashes = new WeakMap<Blob, Promise<BlobHash>>();
const knownHashes = new WeakMap<Blob, BlobHash>();

export async function sha256Of(blob: Blob): Promise<BlobHash> {
  const hashing = hashes.get(blob) ?? hashBlob(blob);
  hashes.set(blob, hashing);
  const hash = await hashing;
  knownHashes.set(blob, hash);
  return hash;
}

/** Returns the hash of a Blob that has been hashed before. */
export function knownHashOf(blob: Blob): BlobHash | undefined {
  return knownHashes.get(blob);
}

async function hashBlob(blob: Blob): Promise<BlobHash> {
  // Missing on pages served over plain http, despite the type.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return { key: createId() };
  const digest = new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key: sha256, sha256 };
}
