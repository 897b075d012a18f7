/**
 * Signs the ids of uploaded images and of stored responses, so that this server keeps no list of them: all users of the
 * app share one account, and an id alone would open or delete anyone's image, or read anyone's answer.
 */
const SIGNATURE_BYTES = 16;
const SIGNED = /^([\w-][\w.:-]{0,199})\.([\w-]{22})$/;

export interface Signer {
  /** An id of one kind does not work as one of another. @defaultValue 'file' */
  kind?: 'file' | 'response';
  /** Known only to servers. */
  secret: string;
  /** The user for whom the id works, or an empty string for everyone who knows it. */
  owner: string;
}

/** Whether an id of the provider can be signed, and put into a path. */
export function isPlainId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-][\w.:-]{0,199}$/.test(id);
}

export async function signId(id: string, signer: Signer): Promise<string> {
  return `${id}.${await signatureOf(id, signer)}`;
}

/** Returns the provider's id, or `undefined` for one that was signed elsewhere, or for another user. */
export async function readSignedId(signed: string, signer: Signer): Promise<string | undefined> {
  const [, id, signature] = SIGNED.exec(signed) ?? [];
  if (id === undefined || signature === undefined) return undefined;
  return isEqual(signature, await signatureOf(id, signer)) ? id : undefined;
}

async function signatureOf(id: string, { kind = 'file', secret, owner }: Signer): Promise<string> {
  const { subtle } = globalThis.crypto;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  // Serialized as JSON, so that no two pairs of id and owner look alike.
  const named = encoder.encode(JSON.stringify([`image-chat-kit/${kind}`, owner, id]));
  const bytes = new Uint8Array(await subtle.sign('HMAC', key, named)).subarray(0, SIGNATURE_BYTES);
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Compares in constant time. */
function isEqual(first: string, second: string): boolean {
  let difference = first.length ^ second.length;
  for (let at = 0; at < first.length; at += 1) {
    difference |= first.charCodeAt(at) ^ second.charCodeAt(at);
  }
  return difference === 0;
}
