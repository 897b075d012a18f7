/**
 * Reads from its container whether a file has a video track, and its codec: a browser that cannot play a
 * file does not say why.
 */
import { findBox, readBoxes, readBoxHead } from '../formats/iso-bmff.js';
import { hasLetters, letters, uint32be } from '../formats/numbers.js';

export interface VideoTrack {
  /** Four letters in MP4, an id such as `V_VP9` in WebM. */
  codec: string;
  /** Whether the container says that the track holds no frames. */
  isEmpty: boolean;
}

export type FoundTrack = VideoTrack | 'none' | 'cut' | undefined;

/** Even the index of a film of hours is smaller. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;
const MAX_TOP_LEVEL_BOXES = 10_000;
/** The tracks of a WebM file are described before its first cluster. */
const WEBM_HEAD_BYTES = 256 * 1024;
const WEBM_TRACKS = '\x16\x54\xae\x6b';
const WEBM_CODEC_ID = 0x86;

/**
 * Returns the video track, `'none'` if the container describes only others, `'cut'` if its index is cut off or
 * missing, or `undefined` if it describes nothing.
 */
export async function readVideoTrack(file: Blob): Promise<FoundTrack> {
  const head = await bytesOf(file, 0, 16);
  if (letters(head, 0, 4) === '\x1a\x45\xdf\xa3') return readWebm(file);
  const moov = await findMoov(file);
  if (moov) return readMoov(moov);
  return moov === null && letters(head, 4, 4) === 'ftyp' ? 'cut' : undefined;
}

const bytesOf = async (file: Blob, from: number, count: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, from + count).arrayBuffer());

async function readWebm(file: Blob): Promise<FoundTrack> {
  const head = await bytesOf(file, 0, WEBM_HEAD_BYTES);
  let hasTracks = false;
  for (let at = 0; at < head.length; at += 1) {
    hasTracks ||= hasLetters(head, WEBM_TRACKS, at);
    const isVideo = hasTracks && head[at] === WEBM_CODEC_ID && hasLetters(head, 'V_', at + 2);
    // The first bit of the length says that it has one byte.
    if (isVideo)
      return { codec: letters(head, at + 2, (head[at + 1] ?? 0) & 0x7f), isEmpty: false };
  }
  return hasTracks ? 'none' : undefined;
}

/**
 * Reads the heads of the outermost boxes only: the index may be at the end of a gigabyte. Returns `null` if the
 * file ends before its index does.
 */
async function findMoov(file: Blob): Promise<Uint8Array | null | undefined> {
  let at = 0;
  for (let count = 0; at + 8 <= file.size && count < MAX_TOP_LEVEL_BOXES; count += 1) {
    const head = await bytesOf(file, at, 16);
    const { headBytes, boxBytes } = readBoxHead(head);
    const bytes = boxBytes === 0 ? file.size - at : boxBytes;
    if (bytes < headBytes) return undefined;
    if (letters(head, 4, 4) === 'moov') {
      if (at + bytes > file.size) return null;
      return bytes > MAX_INDEX_BYTES ? undefined : bytesOf(file, at + headBytes, bytes - headBytes);
    }
    at += bytes;
  }
  return at + 8 > file.size ? null : undefined;
}

function readMoov(moov: Uint8Array): VideoTrack | 'none' {
  for (const { type, body } of readBoxes(moov)) {
    const media = type === 'trak' ? findBox(body, 'mdia') : undefined;
    const handler = media && findBox(media, 'hdlr');
    if (!media || !handler || letters(handler, 8, 4) !== 'vide') continue;
    const stbl = findBox(findBox(media, 'minf') ?? new Uint8Array(), 'stbl');
    const stsd = stbl && findBox(stbl, 'stsd');
    const stsz = stbl && findBox(stbl, 'stsz');
    return {
      // Version, flags and a count, then the length of the first entry and its four letters.
      codec: stsd ? letters(stsd, 12, 4) : '',
      // A file in fragments lists its frames elsewhere.
      isEmpty: stsz !== undefined && uint32be(stsz, 8) === 0 && !findBox(moov, 'mvex'),
    };
  }
  return 'none';
}

interface KnownCodec {
  name: string;
  /** As browsers are asked for it. */
  mediaType: string;
}

const known = (name: string, mediaType: string): KnownCodec => ({ name, mediaType });
const h264 = known('H.264', 'video/mp4; codecs="avc1.42E01E"');
const hevc = known('HEVC', 'video/mp4; codecs="hvc1.1.6.L93.B0"');
const av1 = known('AV1', 'video/mp4; codecs="av01.0.04M.08"');
const vp8 = known('VP8', 'video/webm; codecs="vp8"');
const vp9 = known('VP9', 'video/webm; codecs="vp09.00.10.08"');
const CODECS: Record<string, KnownCodec> = {
  avc1: h264,
  avc3: h264,
  'V_MPEG4/ISO/AVC': h264,
  hvc1: hevc,
  hev1: hevc,
  dvh1: hevc,
  dvhe: hevc,
  'V_MPEGH/ISO/HEVC': hevc,
  av01: av1,
  V_AV1: av1,
  vp08: vp8,
  V_VP8: vp8,
  vp09: vp9,
  V_VP9: vp9,
};
const PRORES = /^ap(?:c[hnso]|4[hx])$/;

/** Returns what a codec is called, and whether this browser plays it. */
export function describeCodec({ codec }: VideoTrack): { name: string; isPlayed: boolean } {
  const found = CODECS[codec];
  if (!found) return { name: PRORES.test(codec) ? 'ProRes' : plainName(codec), isPlayed: false };
  const isPlayed = document.createElement('video').canPlayType(found.mediaType) !== '';
  return { name: found.name, isPlayed };
}

/** The letters come from the file. */
const plainName = (codec: string): string => codec.replaceAll(/[^\w/. -]/g, '').replace(/^V_/, '');
