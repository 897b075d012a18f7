/** Files that are sent as they are: a PDF, a text, a recording. */
import { decodeText } from '../internal/decode-text.js';
import { isOfMediaType } from '../internal/takes-file.js';
import { isTextType, MAX_TEXT_BYTES } from '../internal/text-files.js';
import { reserveBytes } from './keep-bytes.js';
import type { IntakeRejection } from './rejection.js';
import type { AttachedFile, IntakeOptions } from './types.js';

const HEAD_BYTES = 4096;
const MAX_BYTES = 30 * 1024 * 1024;

/** Types of text by the extension of a file, for systems that do not know them. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  htm: 'text/html',
  html: 'text/html',
  json: 'application/json',
  log: 'text/plain',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};

/** Other names of audio types, which some systems and apps use. */
const AUDIO_TYPES: Readonly<Record<string, string>> = {
  'audio/m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
};

export type Attachment = { attached: AttachedFile } | { rejection: IntakeRejection };

/** Returns a file to send as it is, or `undefined` if files of its type are not attached. */
export async function attachFile(
  file: File,
  options: Pick<IntakeOptions, 'fileTypes' | 'limits' | 'from' | 'keepBytes'>,
): Promise<Attachment | undefined> {
  const { fileTypes = [], limits = {} } = options;
  if (fileTypes.length === 0 || file.size === 0) return undefined;
  const head = await headOf(file);
  const mediaType = head && mediaTypeOf(file, head);
  const isWanted = (type: string): boolean =>
    mediaType !== undefined && isOfMediaType(mediaType, AUDIO_TYPES[type] ?? type);
  if (mediaType === undefined || !fileTypes.some(isWanted)) return undefined;
  const { maxBytes = MAX_BYTES } = limits;
  if (file.size > maxBytes) return { rejection: tooLarge(file, maxBytes) };
  const rejection = isTextType(mediaType) ? await rejectedText(file) : undefined;
  if (rejection) return { rejection };
  const reserved = reserveBytes(file, options);
  const bytes = reserved && (await file.arrayBuffer().catch(() => undefined));
  if (reserved && !bytes) reserved.cancel();
  const kept = bytes && (await reserved?.keep(bytes));
  return { attached: { file: kept ?? file, mediaType } };
}

async function headOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch {
    return undefined;
  }
}

/** The first bytes decide; the browser derives the type of a file from its name. */
function mediaTypeOf({ name, type }: File, head: Uint8Array): string {
  const start = String.fromCharCode(...head);
  if (start.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  const [given = ''] = type.toLowerCase().split(';');
  const audio = audioTypeOf(start, given);
  if (audio !== undefined) return audio;
  const declared = AUDIO_TYPES[given] ?? given;
  const named = TEXT_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];
  // A text by its name only: it is refused as that.
  if (decodeText(head, { isHead: true }) === undefined) {
    return declared === '' ? (named ?? 'application/octet-stream') : declared;
  }
  return isOfMediaType(declared, 'text/*') ? declared : (named ?? 'text/plain');
}

function audioTypeOf(start: string, declared: string): string | undefined {
  if (/^RIFF[^]{4}WAVE/.test(start)) return 'audio/wav';
  if (start.startsWith('ID3') || /^\u00FF[\u00E2\u00E3\u00F2\u00F3\u00FA\u00FB]/.test(start)) {
    return 'audio/mpeg';
  }
  // AAC without a container begins like MP3; the bits of its layer are 0.
  if (/^\u00FF[\u00F0\u00F1\u00F8\u00F9]/.test(start)) return 'audio/aac';
  if (start.startsWith('OggS')) return declared === 'video/ogg' ? undefined : 'audio/ogg';
  if (start.startsWith('fLaC')) return 'audio/flac';
  if (/^[^]{4}ftypM4[AB] /.test(start)) return 'audio/mp4';
  // Systems take every WebM file for a video. The names of its codecs begin with A_ and V_.
  if (start.startsWith('\u001AE\u00DF\u00A3') && start.includes('webm')) {
    return start.includes('A_') && !start.includes('V_') ? 'audio/webm' : undefined;
  }
  return undefined;
}

/** Returns why a file that is sent as words cannot be. */
async function rejectedText(file: File): Promise<IntakeRejection | undefined> {
  const { name, size } = file;
  if (size > MAX_TEXT_BYTES) {
    return {
      code: 'text-too-long',
      message: `This text is too long: the limit is ${MAX_TEXT_BYTES / 1_000_000} MB. Add the part that matters.`,
      name,
      file,
      limit: MAX_TEXT_BYTES,
      value: size,
    };
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes || decodeText(new Uint8Array(bytes)) !== undefined) return undefined;
  return {
    code: 'not-text',
    message:
      'This file cannot be read as text, although its name or type says so. Save it as text in UTF-8, and add that.',
    name,
    file,
  };
}

function tooLarge(file: File, limit: number): IntakeRejection {
  const megabytes = Math.floor(limit / 1_000_000);
  return {
    code: 'too-many-bytes',
    message: `This file is too large: the limit is ${megabytes} MB. Make it smaller and add it again.`,
    name: file.name,
    file,
    limit,
    value: file.size,
  };
}
