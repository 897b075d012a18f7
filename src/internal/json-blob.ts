/**
 * Builds JSON as a Blob with images in it. Base64 slots are left in the value and filled slice by slice while
 * the Blob is assembled, so that a request of 50 MB never becomes one string.
 */
import { blobToBase64Parts } from './base64.js';
import { mapLimited } from './limiter.js';
import { wholeCharacters } from './whole-characters.js';

/**
 * Reading a small image is mostly waiting, so two are read in parallel. Large ones are read one at a time,
 * since the results of several would block the page.
 */
const IMAGES_AT_ONCE = 2;
const SMALL_BYTES = 384 * 1024;

/** A JSON string that consists of a prefix and the base64 of some bytes. */
export class Base64Slot {
  readonly prefix: string;
  readonly bytes: Blob;

  constructor(prefix: string, bytes: Blob) {
    this.prefix = prefix;
    this.bytes = bytes;
  }
}

/**
 * Like `JSON.stringify`, but returns a Blob of type `application/json` in which each `Base64Slot` becomes its
 * string.
 */
export async function jsonBlob(value: unknown, signal?: AbortSignal): Promise<Blob> {
  const pieces: Array<string | Base64Slot> = [];
  write(value, pieces);
  let largeBefore: Promise<unknown> = Promise.resolve();
  const parts = await mapLimited(pieces, IMAGES_AT_ONCE, async (piece): Promise<BlobPart[]> => {
    if (typeof piece === 'string') return [piece];
    if (piece.bytes.size <= SMALL_BYTES) return blobToBase64Parts(piece.bytes, signal);
    const base64 = largeBefore.then(() => blobToBase64Parts(piece.bytes, signal));
    largeBefore = base64;
    return base64;
  });
  return new Blob(parts.flat(), { type: 'application/json' });
}

function write(value: unknown, pieces: Array<string | Base64Slot>): void {
  if (value instanceof Base64Slot) {
    append(pieces, toJson(value.prefix).slice(0, -1));
    pieces.push(value);
    append(pieces, '"');
  } else if (Array.isArray(value)) {
    writeList(value, pieces);
  } else if (isPlainObject(value)) {
    writeMembers(value, pieces);
  } else {
    append(pieces, toJson(value));
  }
}

function writeList(list: readonly unknown[], pieces: Array<string | Base64Slot>): void {
  append(pieces, '[');
  list.forEach((item, index) => {
    if (index > 0) append(pieces, ',');
    write(item, pieces);
  });
  append(pieces, ']');
}

function writeMembers(object: object, pieces: Array<string | Base64Slot>): void {
  append(pieces, '{');
  const members = Object.entries(object).filter(([, member]) => isJson(member));
  members.forEach(([name, member], index) => {
    append(pieces, `${index > 0 ? ',' : ''}${toJson(name)}:`);
    write(member, pieces);
  });
  append(pieces, '}');
}

/** Like `JSON.stringify`, but with whole characters only: half of one is invalid JSON to strict servers. */
export function toJson(value: unknown): string {
  const text = typeof value === 'string' ? wholeCharacters(value) : value;
  return JSON.stringify(text) ?? 'null';
}

function append(pieces: Array<string | Base64Slot>, text: string): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
  else pieces.push(text);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

function isJson(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}
