/** Files other than images: rebuilt from known fields, with checked bytes. They are never fetched. */
import { isRecord } from '../internal/read-value.js';
import { isBase64, isPassedOn } from './check-image.js';
import { badBody, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { cacheMark, nameFile, pickPlain, unsupported, type Tally } from './tally.js';

/** Documents, texts and recordings. Images in this place would not be checked as images. */
const FILE_TYPE =
  /^(?:text\/[\w.+-]{1,40}|audio\/[\w.+-]{1,40}|application\/(?:pdf|json|xml|yaml|msword|rtf|vnd\.[\w.+-]{1,80}))$/;
const DATA_URL = /^data:([\w/.+-]{1,120})(?:;charset=[\w-]{1,20})?;base64,/i;
const AUDIO_FORMAT = /^[a-z\d_]{1,12}$/;
const PDF = 'application/pdf';
/** Base64 of the bytes in which the mark of a PDF is found: some have a few others before it. */
const HEAD_CHARACTERS = 1368;

/** Rebuilds a part with a file, or returns `undefined` for a part of another type. @throws ProxyRefusal */
export function rebuildFilePart(
  part: JsonObject,
  settings: ProxySettings,
  tally: Tally,
): JsonObject | undefined {
  switch (part['type']) {
    case 'file': {
      const file = part['file'];
      if (!isRecord(file)) throw badFile();
      countFile(settings, tally);
      return { type: 'file', file: rebuildFields(file, 'file', settings, tally) };
    }
    case 'input_file': {
      countFile(settings, tally);
      return { type: 'input_file', ...rebuildFields(part, 'input_file', settings, tally) };
    }
    case 'input_audio':
      countFile(settings, tally);
      return { type: 'input_audio', input_audio: rebuildAudio(part['input_audio']) };
    case 'document':
      countFile(settings, tally);
      return rebuildDocument(part, settings, tally);
    default:
      return undefined;
  }
}

/** Checks base64 of a declared type. @throws ProxyRefusal `bad-file` */
export function checkFileBytes(data: unknown, type: unknown, start = 0): string {
  if (typeof data !== 'string' || typeof type !== 'string') throw badFile();
  if (!FILE_TYPE.test(type.toLowerCase()) || !isBase64(data, start)) throw badFile();
  const head = atob(data.slice(start, start + HEAD_CHARACTERS));
  const isPdf = type.toLowerCase() === PDF;
  const isText = /^text\//i.test(type);
  if ((isPdf && !head.includes('%PDF-')) || (isText && head.includes('\0'))) throw badFile();
  return data;
}

export function isFileType(type: unknown): boolean {
  return typeof type === 'string' && FILE_TYPE.test(type.toLowerCase());
}

export function countFile({ maxFiles }: ProxySettings, tally: Tally): void {
  tally.attached += 1;
  if (tally.attached <= maxFiles) return;
  throw new ProxyRefusal(
    400,
    'too-many-files',
    maxFiles === 0
      ? 'This server passes on no files. Send text and images.'
      : `The chat has more than the ${maxFiles} files this server accepts. Remove some, or start a new one.`,
  );
}

/** Rebuilds a name with bytes as a data URL, an id, or an address. */
function rebuildFields(
  fields: JsonObject,
  type: string,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const rebuilt = pickPlain(fields, ['filename'], settings, tally);
  const { file_data: data, file_id: id, file_url: url } = fields as Record<string, unknown>;
  if (data !== undefined && data !== null) rebuilt['file_data'] = checkDataUrl(data);
  if (id !== undefined && id !== null) rebuilt['file_id'] = nameFile(rebuilt, id, settings, tally);
  if (url !== undefined && url !== null) {
    if (typeof url !== 'string' || !isPassedOn(url, settings)) throw unsupported(type);
    rebuilt['file_url'] = url;
  }
  return rebuilt;
}

function checkDataUrl(data: unknown): string {
  const [head = '', type = ''] = (typeof data === 'string' && DATA_URL.exec(data)) || [];
  return checkFileBytes(data, type, head.length);
}

function rebuildAudio(audio: unknown): JsonObject {
  if (!isRecord(audio)) throw badFile();
  const { data, format } = audio;
  if (typeof format !== 'string' || !AUDIO_FORMAT.test(format)) throw badFile();
  return { data: checkFileBytes(data, `audio/${format}`), format };
}

function rebuildDocument(part: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  const source = part['source'];
  if (!isRecord(source)) throw badBody('has a document without a source');
  return {
    ...pickPlain(part, ['type', 'title', 'context'], settings, tally),
    source: rebuildDocumentSource(source, settings, tally),
    ...cacheMark(part, settings, tally),
  };
}

function rebuildDocumentSource(
  source: JsonObject,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const { type, data, media_type, url } = source as Record<string, unknown>;
  switch (type) {
    case 'base64':
      return { type, media_type, data: checkFileBytes(data, media_type) };
    case 'text':
      return pickPlain(source, ['type', 'media_type', 'data'], settings, tally);
    case 'url':
      if (typeof url !== 'string' || !isPassedOn(url, settings)) throw unsupported('document');
      return { type, url };
    case 'file': {
      const file: JsonObject = { type };
      file['file_id'] = nameFile(file, source['file_id'], settings, tally);
      return file;
    }
    default:
      throw unsupported('document');
  }
}

function badFile(): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'bad-file',
    'A file in the request is not complete base64 of a document, a text or a recording, or is not what it is labelled as. Add it again, then send it again.',
  );
}
