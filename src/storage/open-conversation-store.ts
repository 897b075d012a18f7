import { KitError, type SerializedKitError } from '../errors.js';
import type { ChatMessage, ImagePart, MessagePart, TextPart } from '../messages/types.js';
import { openRecordStore } from './open-record-store.js';
import type {
  ConversationStore,
  ConversationSummary,
  StorableEntry,
  StorageOptions,
} from './types.js';

/** A picture whose bytes lie beside the record, under its id. */
type StoredImage = Omit<ImagePart, 'data' | 'original'> & {
  /** `blobId`: where another version of the message holds other bytes under the same id. */
  data: { kind: 'stored'; blobId?: string };
};

interface StoredEntry {
  message: Omit<ChatMessage, 'parts'> & { parts: readonly (MessagePart | StoredImage)[] };
  answer?: { status?: string; error?: SerializedKitError };
  versions?: { index: number; others: readonly (readonly StoredEntry[])[] };
}

const TITLE_LENGTH = 80;

/** The conversations of `createConversationStore`, with the database at hand. */
export function openConversationStore<Entry extends StorableEntry>(
  options: StorageOptions,
): ConversationStore<Entry> {
  const records = openRecordStore<readonly StoredEntry[]>({
    ...options,
    kind: 'conversations',
    evictsOldest: false,
  });

  return {
    async save(id, entries) {
      if (entries.length === 0) {
        await records.remove(id);
        return;
      }
      const blobs = new Map<string, Blob>();
      await records.save(
        id,
        entries.map((entry) => toStoredEntry(entry, blobs)),
        blobs,
      );
    },
    async load(id) {
      const record = await records.load(id);
      // What the caller added to an entry comes back as it was stored.
      return record?.value.map((entry) => fromStoredEntry(entry, record.blobs) as Entry);
    },
    async list() {
      const stored = await records.list();
      return stored
        .map(({ key, savedAtMs, value }): ConversationSummary => ({
          id: key,
          savedAtMs,
          title: titleOf(value),
        }))
        .toSorted((a, b) => b.savedAtMs - a.savedAtMs);
    },
    remove: records.remove,
    clearAll: records.clearAll,
  };
}

function toStoredEntry(entry: StorableEntry, blobs: Map<string, Blob>): StoredEntry {
  const { message, answer, versions, ...rest } = entry;
  return {
    ...rest,
    message: { ...message, parts: message.parts.map((part) => toStoredPart(part, blobs)) },
    ...(versions && {
      versions: {
        ...versions,
        others: versions.others.map((other) => other.map((one) => toStoredEntry(one, blobs))),
      },
    }),
    ...(answer && {
      answer: { ...answer, ...(answer.error && { error: answer.error.toJSON() }) },
    }),
  };
}

function toStoredPart(part: MessagePart, blobs: Map<string, Blob>): MessagePart | StoredImage {
  if (part.type === 'text') return part;
  const { original: _original, data, ...rest } = part;
  if (data.kind !== 'bytes') return { ...rest, data };
  const blobId = freeId(part.id, data.bytes, blobs);
  blobs.set(blobId, data.bytes);
  return { ...rest, data: { kind: 'stored', ...(blobId !== part.id && { blobId }) } };
}

/** A Blob is written once for its id, so other bytes need another one. */
function freeId(id: string, bytes: Blob, blobs: ReadonlyMap<string, Blob>): string {
  const taken = blobs.get(id);
  return taken === undefined || taken === bytes ? id : freeId(`${id}'`, bytes, blobs);
}

function fromStoredEntry(entry: StoredEntry, blobs: ReadonlyMap<string, Blob>): StorableEntry {
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

function fromStoredPart(
  part: MessagePart | StoredImage,
  blobs: ReadonlyMap<string, Blob>,
): MessagePart {
  if (!isStoredImage(part)) return part;
  const bytes = blobs.get(part.data.blobId ?? part.id);
  return bytes ? { ...part, data: { kind: 'bytes', bytes } } : missingImage(part);
}

function isStoredImage(part: MessagePart | StoredImage): part is StoredImage {
  return part.type === 'image' && part.data.kind === 'stored';
}

/** A picture that found no room leaves its name in the conversation. */
function missingImage({ name, width, height }: StoredImage): TextPart {
  const size = width && height ? `, ${width}×${height}` : '';
  return { type: 'text', text: `[picture no longer here: ${name ?? 'unnamed'}${size}]` };
}

function titleOf(entries: readonly StoredEntry[]): string {
  for (const { message } of entries) {
    const text = message.parts.find((part) => part.type === 'text')?.text.trim();
    if (message.role === 'user' && text) return text.slice(0, TITLE_LENGTH);
  }
  return '';
}
