import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { boxOf, bytesOf, u32le } from '../../helpers/bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

describe('a file that is no usable image is called by its name', () => {
  test.each([
    { format: 'TIFF', bytes: bytesOf('II+\0\x08\0'), code: 'unsupported-format' },
    { format: 'camera raw', bytes: bytesOf('II*\0\x10\0\0\0CR\x02\0'), code: 'unsupported-format' },
    { format: 'camera raw', bytes: boxOf('ftyp', 'crx ', 0, 0, 0, 1), code: 'unsupported-format' },
    { format: 'PSD', bytes: bytesOf('8BPS\0\x01'), code: 'unsupported-format' },
    { format: 'PNM', bytes: bytesOf('P6\n40 30\n255\n\x01\x02'), code: 'unsupported-format' },
    { format: 'DICOM', bytes: bytesOf(new Uint8Array(128), 'DICM'), code: 'unsupported-format' },
    { format: 'PDF', bytes: bytesOf('%PDF-1.7\n'), code: 'not-an-image' },
    { format: 'HTML', bytes: bytesOf('\n <!DOCTYPE HTML><title>404'), code: 'not-an-image' },
    { format: 'XML', bytes: bytesOf('<?xml version="1.0"?><plist>'), code: 'not-an-image' },
    { format: 'ZIP', bytes: bytesOf('PK\x03\x04\x14\0'), code: 'not-an-image' },
    { format: 'MP4', bytes: boxOf('ftyp', 'mp42', 0, 0, 0, 0, 'isom'), code: 'not-an-image' },
    { format: 'QuickTime', bytes: boxOf('ftyp', 'qt  ', 0, 0, 0, 0), code: 'not-an-image' },
    { format: 'Matroska', bytes: bytesOf('\x1aE\xdf\xa3\x01'), code: 'not-an-image' },
    { format: 'AVI', bytes: bytesOf('RIFF', u32le(99), 'AVI LIST'), code: 'not-an-image' },
    { format: 'RIFF', bytes: bytesOf('RIFF', u32le(99), 'WAVEfmt '), code: 'not-an-image' },
    { format: 'program', bytes: bytesOf('MZ\x90\0'), code: 'not-an-image' },
    {
      format: 'text',
      bytes: new TextEncoder().encode('Schöne Grüße,\nund bis bald'),
      code: 'not-an-image',
    },
    { format: 'text', bytes: bytesOf('{"error":"not found"}'), code: 'not-an-image' },
    { format: undefined, bytes: bytesOf(1, 2, 3, 4, 5, 6, 7, 8), code: 'not-an-image' },
  ])('$format: $code', ({ format, bytes, code }) => {
    const error = refusalOf(() => readImageInfoFromBytes(bytes));
    expect(error.code).toBe(code);
    expect(error.facts.format).toBe(format);
    // What it is, then what to do.
    expect(error.message).toMatch(/^This file is .+[.:] .+\.$/);
  });
});
