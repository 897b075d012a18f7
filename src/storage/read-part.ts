/** Reads one part of a stored message; returns `undefined` for anything else. */
import { isRecord } from '../internal/read-value.js';
import { type Fields, type FieldTypes, ofTypes } from './fields.js';
import type { StoredPart } from './stored-entry.js';

const imageFields: FieldTypes = {
  width: 'number',
  height: 'number',
  name: 'string',
  alt: 'string',
  legend: 'string',
  description: 'string',
  loadsOnPress: 'boolean',
  toolCallId: 'string',
  isUnfinished: 'boolean',
};

export function readPart(part: unknown): StoredPart | undefined {
  if (!isRecord(part)) return undefined;
  return readFields(part) as StoredPart | undefined;
}

function readFields(part: Fields): Fields | undefined {
  switch (part['type']) {
    case 'text':
      return typeof part['text'] === 'string' ? part : undefined;
    case 'image':
      return readImage(part);
    case 'file':
      return withData(part, { name: 'string' });
    case 'image-progress':
      return readProgress(part);
    case 'reasoning':
      return typeof part['text'] === 'string'
        ? withReturned(
            ofTypes(part, { summary: 'string', startedAtMs: 'number', durationMs: 'number' }),
          )
        : undefined;
    case 'source':
      return readSource(part);
    case 'tool-call':
      return readToolCall(part);
    default:
      return undefined;
  }
}

function readImage(part: Fields): Fields | undefined {
  const { original: _original, madeFrom, ...rest } = withData(part, imageFields) ?? {};
  if (rest['id'] === undefined) return undefined;
  return {
    ...rest,
    detail: typeof rest['detail'] === 'string' ? rest['detail'] : 'auto',
    ...(isOrigin(madeFrom) && { madeFrom }),
  };
}

function readProgress(part: Fields): Fields | undefined {
  const { preview: _preview, ...rest } = ofTypes(part, { width: 'number', height: 'number' });
  const id = toId(part['id']);
  return id === undefined ? undefined : { ...rest, id, state: 'unfinished' };
}

function isOrigin(value: unknown): boolean {
  if (!isRecord(value) || !isSize(value)) return false;
  const { crop, content, isFlipped = false, turns = 0 } = value;
  return (
    (crop === undefined ||
      (isSize(crop) && Number.isFinite(crop['x']) && Number.isFinite(crop['y']))) &&
    (content === undefined || isSize(content)) &&
    typeof isFlipped === 'boolean' &&
    [0, 1, 2, 3].includes(turns as number)
  );
}

function isSize(value: unknown): value is Fields {
  return isRecord(value) && Number(value['width']) > 0 && Number(value['height']) > 0;
}

function withData(part: Fields, types: FieldTypes): Fields | undefined {
  const id = toId(part['id']);
  const isWhole = typeof part['mediaType'] === 'string' && isImageData(part['data']);
  return isWhole && id !== undefined ? { ...ofTypes(part, types), id } : undefined;
}

function readSource(part: Fields): Fields | undefined {
  const source = ofTypes(part, { url: 'string', title: 'string', quote: 'string' });
  if (source['url'] === undefined && source['title'] === undefined) return undefined;
  const ranges: unknown[] = Array.isArray(part['ranges']) ? part['ranges'] : [];
  return { ...source, ranges: ranges.filter(isRange) };
}

function isRange(value: unknown): boolean {
  return isRecord(value) && Number.isFinite(value['start']) && Number.isFinite(value['end']);
}

const toolStates: readonly unknown[] = ['writing', 'called', 'done', 'failed'];

function readToolCall(part: Fields): Fields | undefined {
  const id = toId(part['id']);
  const { name, state } = part;
  if (id === undefined || typeof name !== 'string' || !toolStates.includes(state)) return undefined;
  const call = withReturned(ofTypes(part, { arguments: 'string', result: 'string' }));
  return { arguments: '', ...call, id };
}

function withReturned({ returned, ...part }: Fields): Fields {
  return isRecord(returned) ? { ...part, returned } : part;
}

export function toId(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isImageData(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const { kind, blobId, url, fileId, bytes } = data;
  switch (kind) {
    case 'stored':
      return blobId === undefined || typeof blobId === 'string';
    case 'url':
      return typeof url === 'string';
    case 'file-id':
      return typeof fileId === 'string';
    default:
      return kind === 'bytes' && bytes instanceof Blob;
  }
}
