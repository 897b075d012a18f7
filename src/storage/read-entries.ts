/** Reads a stored conversation in any state: what can be read is shown, the rest is preserved as it is. */
import type { SerializedKitError } from '../errors.js';
import { isRecord } from '../internal/read-value.js';
import type { AnswerObject } from '../objects/types.js';
import { type Fields, type FieldTypes, ofTypes } from './fields.js';
import { readPart, toId } from './read-part.js';
import type { StoredEntry, StoredPart } from './stored-entry.js';

export interface ReadEntries {
  entries: readonly StoredEntry[];
  unread: readonly unknown[];
}

/** Never throws. */
export function readEntries(value: unknown): ReadEntries {
  const entries: StoredEntry[] = [];
  const unread: unknown[] = [];
  const ids = new Set<string>();
  for (const item of toItems(value)) {
    const entry = tryToRead(item);
    if (entry && !ids.has(entry.message.id)) {
      ids.add(entry.message.id);
      entries.push(entry);
    } else {
      unread.push(item);
    }
  }
  return { entries, unread };
}

function toItems(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? [...(value as unknown[])] : [value];
}

function tryToRead(item: unknown): StoredEntry | undefined {
  try {
    return readEntry(item);
  } catch {
    return undefined;
  }
}

const roles: ReadonlySet<unknown> = new Set(['system', 'user', 'assistant']);

function readEntry(item: unknown): StoredEntry | undefined {
  if (!isRecord(item) || !isRecord(item['message'])) return undefined;
  const { message, answer, versions, warnings, ...rest } = item;
  const { id: anyId, role, parts: anyParts } = message;
  const id = toId(anyId);
  if (id === undefined || !roles.has(role) || !Array.isArray(anyParts)) return undefined;
  const parts: StoredPart[] = [];
  const unreadParts: unknown[] = [];
  for (const item of anyParts as unknown[]) {
    const part = readPart(item);
    if (part) parts.push(part);
    else unreadParts.push(item);
  }
  const readVersions = isRecord(versions) ? versionsOf(versions) : undefined;
  const readWarnings = Array.isArray(warnings) ? warnings.filter(isWarning) : [];
  return {
    ...rest,
    // Written back with the entry, like any field that this version does not know.
    ...(unreadParts.length > 0 && {
      unreadParts: [...toItems((rest as Fields)['unreadParts']), ...unreadParts],
    }),
    message: { ...message, id, role: role as StoredEntry['message']['role'], parts },
    ...(isRecord(answer) && { answer: readAnswer(answer) }),
    ...(readWarnings.length > 0 && { warnings: readWarnings }),
    ...(readVersions && { versions: readVersions }),
  };
}

function isWarning(value: unknown): boolean {
  return (
    isRecord(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string'
  );
}

const statuses: ReadonlySet<unknown> = new Set([
  'waiting',
  'streaming',
  'complete',
  'incomplete',
  'stopped',
  'failed',
]);

const answerFields: FieldTypes = {
  endReason: 'string',
  model: 'string',
  estimatedInputTokens: 'number',
  inputTokens: 'number',
  outputTokens: 'number',
  startedAtMs: 'number',
  endedAtMs: 'number',
};

function readAnswer(answer: Fields): NonNullable<StoredEntry['answer']> {
  const { error, price, cost, earlierTokens, status, rating, object, resume, ...rest } = ofTypes(
    answer,
    answerFields,
  );
  const serialized = readError(error);
  const known = {
    startedAtMs: rest['startedAtMs'] ?? 0,
    status: statuses.has(status) ? (status as string) : 'incomplete',
    ...(serialized && { error: serialized }),
  };
  return {
    ...rest,
    ...(isMoney(cost, ['amount']) && { cost }),
    ...(isMoney(price, ['inputPerMillion', 'outputPerMillion']) && { price }),
    ...(isRecord(earlierTokens) &&
      hasNumbers(earlierTokens, ['inputTokens', 'outputTokens']) && { earlierTokens }),
    ...(isAnswerObject(object) && { object }),
    ...(isRecord(resume) &&
      typeof resume['wire'] === 'string' &&
      typeof resume['id'] === 'string' && { resume }),
    ...((rating === 'up' || rating === 'down') && { rating }),
    ...known,
  };
}

function isAnswerObject(value: unknown): value is AnswerObject {
  if (!isRecord(value)) return false;
  const { isPartial, problems } = value;
  return typeof isPartial === 'boolean' && Array.isArray(problems) && problems.every(isProblem);
}

function isProblem(value: unknown): boolean {
  return (
    isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string'
  );
}

const factFields: FieldTypes = {
  limit: 'number',
  value: 'number',
  format: 'string',
  status: 'number',
  providerCode: 'string',
  providerMessage: 'string',
  proxyCode: 'string',
  requestId: 'string',
  retryAfterMs: 'number',
  host: 'string',
  retryable: 'boolean',
  problem: 'string',
  imageId: 'string',
};

function readError(error: unknown): SerializedKitError | undefined {
  if (!isRecord(error)) return undefined;
  const { code, message, facts } = error;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  const readFacts = isRecord(facts) ? ofTypes(facts, factFields) : {};
  return { ...error, code, message, facts: readFacts } as SerializedKitError;
}

function isMoney(value: unknown, amounts: readonly string[]): boolean {
  if (!isRecord(value) || !hasNumbers(value, amounts)) return false;
  const { currency } = value;
  return currency === undefined
    ? !amounts.includes('amount')
    : typeof currency === 'string' && /^[a-z]{3}$/i.test(currency);
}

function hasNumbers(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => Number.isFinite(fields[name]));
}

function versionsOf({ index, others, ...rest }: Fields): StoredEntry['versions'] {
  const read = toItems(others)
    .map((other) => readEntries(other).entries)
    .filter((other) => other.length > 0);
  if (read.length === 0) return undefined;
  const place = Number.isInteger(index) ? Number(index) : read.length;
  return { ...rest, index: Math.max(0, Math.min(place, read.length)), others: read };
}
