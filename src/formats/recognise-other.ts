/**
 * Recognises files that are not usable images by their first bytes, so that a rejection can say what the file
 * is.
 */
import { readBrands } from './iso-bmff.js';
import { hasLetters } from './numbers.js';

export interface OtherFormat {
  /** Name with its article: `a PDF document`. */
  name: string;
  /** A short name for code: `PDF`. */
  format: string;
  /** Whether it is an image, of a kind that no browser opens. */
  isImage: boolean;
  /** What to do instead. @defaultValue to save the image in another format */
  advice?: string;
}

type Signature = OtherFormat & {
  /** Latin letters. */
  letters: string;
  atByte?: number;
};

const EXPORT_PAGE = 'Take a screenshot of the page you mean, or export it as PNG, and add that.';
const UNPACK = 'Unpack it, and add the images that are in it.';
const GRAB_FRAME = 'Take a screenshot of the moment you mean, and add that.';

const image = (format: string, name: string, letters: string, atByte = 0): Signature => ({
  format,
  name,
  letters,
  atByte,
  isImage: true,
});

const other = (format: string, name: string, letters: string, advice?: string): Signature => ({
  format,
  name,
  letters,
  isImage: false,
  ...(advice ? { advice } : {}),
});

const SIGNATURES: readonly Signature[] = [
  image('camera raw', 'a raw photo of a Canon camera', 'II*\0\x10\0\0\0CR'),
  image('TIFF', 'a large TIFF image', 'II+\0'),
  image('TIFF', 'a large TIFF image', 'MM\0+'),
  image('camera raw', 'a raw photo of a Fujifilm camera', 'FUJIFILMCCD-RAW'),
  image('camera raw', 'a raw photo of an Olympus camera', 'IIR'),
  image('camera raw', 'a raw photo of a Panasonic camera', 'IIU\0'),
  image('camera raw', 'a raw photo of a Sigma camera', 'FOVb'),
  image('camera raw', 'a raw photo of a Minolta camera', '\0MRM'),
  image('JPEG XR', 'a JPEG XR image', 'II\xbc'),
  image('PSD', 'a Photoshop document', '8BPS'),
  image('ICNS', 'an icon (ICNS)', 'icns'),
  image('EXR', 'an OpenEXR image', 'v/1\x01'),
  image('HDR', 'a Radiance HDR image', '#?RADIANCE'),
  image('DDS', 'a DirectDraw texture', 'DDS '),
  image('KTX', 'a KTX texture', '\xabKTX '),
  image('QOI', 'a QOI image', 'qoif'),
  image('XCF', 'a GIMP document', 'gimp xcf'),
  image('BPG', 'a BPG image', 'BPG\xfb'),
  image('FLIF', 'a FLIF image', 'FLIF'),
  image('MNG', 'an MNG animation', '\x8aMNG'),
  image('JNG', 'a JNG image', '\x8bJNG'),
  image('DjVu', 'a DjVu document', 'AT&TFORM'),
  image('DICOM', 'a medical image (DICOM)', 'DICM', 128),
  image('WMF', 'a Windows metafile', '\xd7\xcd\xc6\x9a'),
  image('EMF', 'a Windows metafile', ' EMF', 40),
  image('EPS', 'a PostScript file', '%!PS'),
  image('EPS', 'a PostScript file', '\xc5\xd0\xd3\xc6'),
  other('PDF', 'a PDF document', '%PDF-', EXPORT_PAGE),
  other('RTF', 'a text document (RTF)', '{\\rtf', EXPORT_PAGE),
  other('Office document', 'an Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', EXPORT_PAGE),
  other('ZIP', 'a ZIP archive or an Office document', 'PK\x03\x04', UNPACK),
  other('ZIP', 'an empty ZIP archive', 'PK\x05\x06'),
  other('GZIP', 'a GZIP archive', '\x1f\x8b', UNPACK),
  other('7z', 'a 7-Zip archive', '7z\xbc\xaf\x27\x1c', UNPACK),
  other('RAR', 'a RAR archive', 'Rar!\x1a\x07', UNPACK),
  other('Matroska', 'a Matroska or WebM video', '\x1a\x45\xdf\xa3', GRAB_FRAME),
  other('MPEG', 'an MPEG video', '\0\0\x01\xba', GRAB_FRAME),
  other('Flash', 'a Flash video', 'FLV\x01', GRAB_FRAME),
  other('MP3', 'a sound file (MP3)', 'ID3'),
  other('Ogg', 'a sound or video file (Ogg)', 'OggS'),
  other('FLAC', 'a sound file (FLAC)', 'fLaC'),
  other('program', 'a Windows program', 'MZ'),
  other('program', 'a program', '\x7fELF'),
  other('font', 'a font', 'wOF'),
];

/** Returns what a file of an unsupported format is, or `undefined` if its bytes do not say. */
export function recogniseOther(head: Uint8Array): OtherFormat | undefined {
  return (
    SIGNATURES.find(({ letters, atByte }) => hasLetters(head, letters, atByte)) ??
    recogniseContainer(head) ??
    recognisePortable(head) ??
    recogniseText(head)
  );
}

function recogniseContainer(head: Uint8Array): OtherFormat | undefined {
  if (hasLetters(head, 'RIFF')) {
    return hasLetters(head, 'AVI ', 8)
      ? { format: 'AVI', name: 'an AVI video', isImage: false, advice: GRAB_FRAME }
      : { format: 'RIFF', name: 'a sound file', isImage: false };
  }
  const [brand] = readBrands(head);
  if (brand === undefined) return undefined;
  if (brand === 'crx ') {
    return { format: 'camera raw', name: 'a raw photo of a Canon camera', isImage: true };
  }
  if (brand.startsWith('M4A')) return { format: 'M4A', name: 'a sound file', isImage: false };
  return {
    format: brand === 'qt  ' ? 'QuickTime' : 'MP4',
    name: 'a video',
    isImage: false,
    advice: GRAB_FRAME,
  };
}

/** PBM, PGM, PPM and PAM: the letter P, a digit, white space. */
function recognisePortable(head: Uint8Array): OtherFormat | undefined {
  const [first, digit = 0, space = 0] = head;
  const isPortable =
    first === 0x50 && digit > 0x30 && digit < 0x38 && [9, 10, 13, 32].includes(space);
  return isPortable ? { format: 'PNM', name: 'a portable anymap (PNM)', isImage: true } : undefined;
}

const TEXT_SAMPLE_BYTES = 1024;

function recogniseText(head: Uint8Array): OtherFormat | undefined {
  const sample = head.subarray(0, TEXT_SAMPLE_BYTES);
  if (sample.length === 0 || !isText(sample)) return undefined;
  const text = new TextDecoder().decode(sample).trimStart().toLowerCase();
  const start = text.slice(0, 256);
  if (/^<(?:!doctype html|html|head|body|script|meta|title)\b/.test(start)) {
    const advice =
      'That happens when the address of an image leads to a page. Open the page, save the image itself, and add that.';
    return { format: 'HTML', name: 'a web page (HTML)', isImage: false, advice };
  }
  if (start.startsWith('<')) return { format: 'XML', name: 'an XML document', isImage: false };
  return {
    format: 'text',
    name: 'a text file',
    isImage: false,
    advice: 'Copy its text into your message instead.',
  };
}

/** Whether this is text in UTF-8 or an older encoding, without control characters except tabs and line ends. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 12 || byte === 13,
  );
}
