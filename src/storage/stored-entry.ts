/** A conversation as stored in IndexedDB: plain values, with the bytes of images stored separately. */
import { KitError, type SerializedKitError } from '../errors.js';
import { createId } from '../internal/create-id.js';
import type {
  ChatMessage,
  FilePart,
  ImagePart,
  ImageProgressPart,
  MessagePart,
  TextPart,
} from '../messages/types.js';
import type { AnswerObject } from '../objects/types.js';
import { freeId } from './stored-id.js';
import type { StorableEntry } from './types.js';

/** An image whose bytes are stored separately, under its id. */
export type StoredImage = Omit<ImagePart, 'data' | 'original'> & {
  /** `blobId` is set if another version of the message holds different bytes under the same id. */
  data: { kind: 'stored'; blobId?: string };
};

/** A file whose bytes are stored separately. */
export type StoredFile = Omit<FilePart, 'data'> & Pick<StoredImage, 'data'>;

export type StoredPart = MessagePart | StoredImage | StoredFile;

export interface StoredEntry {
  message: Omit<ChatMessage, 'parts'> & { parts: readonly StoredPart[] };
  answer?: { status?: string; error?: SerializedKitError; object?: AnswerObject };
  versions?: { index: number; others: readonly (readonly StoredEntry[])[] };
}

export interface BlobPlaces {
  /** The available images, by id. Stored images of an entry are added. */
  blobs: Map<string, Blob>;
  idOf: (blob: Blob) => string | undefined;
  /** Whether bytes are already stored under an id. */
  isTaken: (id: string) => boolean;
}

export function toStoredEntry(entry: StorableEntry, places: BlobPlaces): StoredEntry {
  const { message, answer, versions, ...rest } = entry;
  return {
    ...rest,
    message: { ...message, parts: message.parts.map((part) => toStoredPart(part, places)) },
    ...(versions && {
      versions: {
        ...versions,
        others: versions.others.map((other) => other.map((one) => toStoredEntry(one, places))),
      },
    }),
    ...(answer && {
      answer: {
        ...answer,
        ...(answer.error && { error: answer.error.toJSON() }),
        ...(answer.object && { object: toStoredObject(answer.object) }),
      },
    }),
  };
}

/** The value may be of any class; what JSON keeps of it is stored. */
function toStoredObject({ value, ...object }: AnswerObject): AnswerObject {
  try {
    const json = JSON.stringify(value) as string | undefined;
    return json === undefined ? object : { ...object, value: JSON.parse(json) as unknown };
  } catch {
    return object;
  }
}

function toStoredPart(part: MessagePart, places: BlobPlaces): StoredPart {
  if (part.type === 'file') {
    return part.data.kind === 'bytes'
      ? { ...part, data: toStoredData(part.id, part.data.bytes, places) }
      : part;
  }
  if (part.type === 'image-progress') return toStoredProgress(part, places);
  if (part.type !== 'image') return part;
  const { original: _original, data, ...rest } = part;
  if (data.kind !== 'bytes') return { ...rest, data };
  return { ...rest, data: toStoredData(part.id, data.bytes, places) };
}

/** Of an image that is being made, the last preview is stored, as what would remain of it. */
function toStoredProgress(part: ImageProgressPart, places: BlobPlaces): StoredPart {
  const { id, preview, mediaType = 'image/png', state: _state, ...size } = part;
  if (!preview) return { ...part, state: 'unfinished' };
  const image = { ...size, id, mediaType, detail: 'auto', isUnfinished: true } as const;
  return toStoredPart({ ...image, type: 'image', data: preview }, places);
}

function toStoredData(id: string, bytes: Blob, places: BlobPlaces): StoredImage['data'] {
  const blobId = places.idOf(bytes) ?? freeId(id, bytes, places.blobs, places.isTaken);
  places.blobs.set(blobId, bytes);
  return { kind: 'stored', ...(blobId !== id && { blobId }) };
}

export function fromStoredEntry(
  entry: StoredEntry,
  blobs: ReadonlyMap<string, Blob>,
): StorableEntry {
  const { message, answer, versions, ...rest } = entry;
  const parts = message.parts.map((part) => fromStoredPart(part, blobs));
  return {
    ...rest,
    ...(versions && {
      versions: {
        ...versions,
        others: versions.others.map((other) => other.map((one) => fromStoredEntry(one, blobs))),
      },
    }),
    message: { ...message, parts },
    ...(answer && { answer: fromStoredAnswer(answer) }),
  };
}

function fromStoredAnswer({
  error,
  ...rest
}: NonNullable<StoredEntry['answer']>): NonNullable<StorableEntry['answer']> {
  return { ...rest, ...(error && { error: KitError.fromJSON(error) }) };
}

function fromStoredPart(part: StoredPart, blobs: ReadonlyMap<string, Blob>): MessagePart {
  if (!isStoredApart(part)) return part;
  const bytes = blobs.get(part.data.blobId ?? part.id);
  return bytes ? { ...part, data: { kind: 'bytes', bytes } } : missingPart(part);
}

function isStoredApart(part: StoredPart): part is StoredImage | StoredFile {
  return (part.type === 'image' || part.type === 'file') && part.data.kind === 'stored';
}

/** An image or file that did not fit leaves its name in the conversation. */
function missingPart(part: StoredImage | StoredFile): TextPart {
  const { name = 'unnamed' } = part;
  if (part.type === 'file') return { type: 'text', text: `[file no longer here: ${name}]` };
  const { width, height } = part;
  const size = width && height ? `, ${width}×${height}` : '';
  return { type: 'text', text: `[image no longer here: ${name}${size}]` };
}

/** Returns the ids of all images that are stored for a conversation. */
export function blobIdsOf(entries: readonly StoredEntry[]): readonly string[] {
  return entries.flatMap(({ message, versions }) => [
    ...message.parts.filter(isStoredApart).map(({ id, data }) => data.blobId ?? id),
    ...(versions?.others ?? []).flatMap(blobIdsOf),
  ]);
}

/**
 * Returns the same text for the same entry, whichever tab wrote it: an answer in flight reads as the
 * truncated answer that another tab sees.
 */
export function signatureOf(entry: StoredEntry): string {
  const { answer } = entry;
  const isUnderWay = answer?.status === 'waiting' || answer?.status === 'streaming';
  const settled = isUnderWay ? { ...entry, answer: { ...answer, status: 'incomplete' } } : entry;
  try {
    return JSON.stringify(settled, sortedFields);
  } catch {
    // A later version or the app added something that text cannot express.
    return createId();
  }
}

function sortedFields(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
