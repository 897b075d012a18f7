/** A conversation as plain JSON: what a server keeps, and what a file of an export contains. */
import { isRecord } from '../internal/read-value.js';
import type { FilePart, ImagePart, MessagePart } from '../messages/types.js';
import { readEntries } from './read-entries.js';
import { blobIdsOf, fromStoredEntry, toStoredEntry, type StoredEntry } from './stored-entry.js';
import type { StorableEntry } from './types.js';

const FORMAT = 'image-chat-kit/conversation';
const VERSION = 1;

/** A conversation, or some messages of one, in a form that `JSON.stringify` keeps whole. */
export interface ConversationJSON {
  format: typeof FORMAT;
  /** Rises when an earlier version of the kit could misread the rest. */
  version: number;
  title?: string;
  /** Messages without the bytes of their images and files. */
  entries: readonly object[];
  /** Bytes by id, if they were included. */
  bytes?: Readonly<Record<string, { mediaType: string; base64: string }>>;
}

export interface ToJSONOptions {
  title?: string;
  /**
   * Returns where the app keeps an image or file: an address, or an id that its `resolveImageUrl` understands. Without
   * one only its name and size remain.
   */
  urlOf?: (part: ImagePart | FilePart) => string | undefined;
}

export interface FromJSONOptions {
  /** Returns the bytes of an image or file that the JSON leaves out, by its id. */
  bytesOf?: (id: string) => Blob | undefined;
}

/** Why a JSON was not read, or not whole. */
export interface ConversationJSONProblem {
  code: 'not-a-conversation' | 'newer-version' | 'incomplete';
  /** A plain sentence for users. */
  message: string;
}

export interface ReadConversation<Entry extends StorableEntry> {
  title?: string;
  /** What could be read. */
  entries: readonly Entry[];
  /** Ids of images and files whose bytes are missing; their names are left in the text. */
  missingIds: readonly string[];
  problem?: ConversationJSONProblem;
}

const messages: Record<ConversationJSONProblem['code'], string> = {
  'not-a-conversation': 'This is not a chat that was exported here. Choose another file.',
  'newer-version':
    'This conversation was exported by a newer version. Reload the page, then import it again.',
  incomplete: 'Parts of this chat could not be read. What could be read is shown.',
};

/** Writes messages without bytes; `conversationFromJSON` reads them. */
export function conversationToJSON(
  entries: readonly StorableEntry[],
  { title, urlOf }: ToJSONOptions = {},
): ConversationJSON {
  return write(entries, title, urlOf).json;
}

/** Returns the JSON and, by id, the bytes that it leaves out. */
export function conversationWithBytes(
  entries: readonly StorableEntry[],
  title?: string,
): { json: ConversationJSON; blobs: ReadonlyMap<string, Blob> } {
  return write(entries, title, undefined);
}

function write(
  entries: readonly StorableEntry[],
  title: string | undefined,
  urlOf: ToJSONOptions['urlOf'],
): { json: ConversationJSON; blobs: ReadonlyMap<string, Blob> } {
  const blobs = new Map<string, Blob>();
  const stored = entries.map((entry) =>
    toStoredEntry(placed(entry, urlOf), {
      blobs,
      idOf: () => undefined,
      isTaken: () => false,
    }),
  );
  return {
    json: {
      format: FORMAT,
      version: VERSION,
      ...(title !== undefined && { title }),
      // Also detaches it from the chat.
      entries: JSON.parse(JSON.stringify(stored)) as StoredEntry[],
    },
    blobs,
  };
}

function placed(entry: StorableEntry, urlOf: ToJSONOptions['urlOf']): StorableEntry {
  if (!urlOf) return entry;
  const { message, versions } = entry;
  return {
    ...entry,
    message: { ...message, parts: message.parts.map((part) => placedPart(part, urlOf)) },
    ...(versions && {
      versions: {
        ...versions,
        others: versions.others.map((other) => other.map((one) => placed(one, urlOf))),
      },
    }),
  };
}

function placedPart(part: MessagePart, urlOf: NonNullable<ToJSONOptions['urlOf']>): MessagePart {
  if (part.type !== 'image' && part.type !== 'file') return part;
  const url = part.data.kind === 'bytes' ? urlOf(part) : undefined;
  return url === undefined ? part : { ...part, data: { kind: 'url', url } };
}

/** Reads what `conversationToJSON` wrote, or its text. Never throws: what is wrong is named in `problem`. */
export function conversationFromJSON<Entry extends StorableEntry = StorableEntry>(
  json: unknown,
  { bytesOf }: FromJSONOptions = {},
): ReadConversation<Entry> {
  const value = typeof json === 'string' ? parsed(json) : json;
  if (!isRecord(value) || value['format'] !== FORMAT) return unread('not-a-conversation');
  const { version, title } = value;
  if (typeof version !== 'number' || !Array.isArray(value['entries'])) {
    return unread('not-a-conversation');
  }
  if (version > VERSION) return unread('newer-version');
  const { entries: stored, unread: rest } = readEntries(value['entries']);
  const given = isRecord(value['bytes']) ? value['bytes'] : {};
  const blobs = new Map<string, Blob>();
  const missingIds: string[] = [];
  for (const id of new Set(blobIdsOf(stored))) {
    const blob = toBlob(given[id]) ?? bytesOf?.(id);
    if (blob) blobs.set(id, blob);
    else missingIds.push(id);
  }
  const isPartial = rest.length > 0 || stored.some((entry) => 'unreadParts' in entry);
  const lacksBytes = isRecord(value['bytes']) && missingIds.length > 0;
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    entries: stored.map((entry) => fromStoredEntry(entry, blobs) as Entry),
    missingIds,
    ...((isPartial || lacksBytes) && { problem: problemOf('incomplete') }),
  };
}

function unread(code: ConversationJSONProblem['code']): ReadConversation<never> {
  return { entries: [], missingIds: [], problem: problemOf(code) };
}

function problemOf(code: ConversationJSONProblem['code']): ConversationJSONProblem {
  return { code, message: messages[code] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toBlob(stored: unknown): Blob | undefined {
  if (!isRecord(stored)) return undefined;
  const { mediaType, base64 } = stored;
  if (typeof mediaType !== 'string' || typeof base64 !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: mediaType });
  } catch {
    return undefined;
  }
}
