import { describe, expect, test } from 'vitest';
import { formatTime } from '../../../src/video/format-time.js';
import { readVideoTrack } from '../../../src/video/read-video-track.js';

test.each([
  [0, '0:00.0'],
  [12.375, '0:12.4'],
  [59.96, '1:00.0'],
  [754.2, '12:34.2'],
  [3600 + 2 * 60 + 3, '1:02:03.0'],
])('%s s is written as %s', (timeS, text) => {
  expect(formatTime(timeS)).toBe(text);
});

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
function box(type: string, ...parts: ReadonlyArray<readonly number[]>): number[] {
  const body = parts.flat();
  const length = body.length + 8;
  return [0, 0, length >> 8, length & 255, ...letters(type), ...body];
}
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const handler = (kind: string): number[] => box('hdlr', zeros(8), letters(kind));
const stsd = (codec: string): number[] => box('stsd', zeros(12), letters(codec));
const stsz = (count: number): number[] => box('stsz', zeros(11), [count]);
const track = (kind: string, codec: string, count = 3): number[] =>
  box('trak', box('mdia', handler(kind), box('minf', box('stbl', stsd(codec), stsz(count)))));
const mp4 = (...parts: ReadonlyArray<readonly number[]>): Blob =>
  new Blob([new Uint8Array([...box('ftyp', letters('isom')), ...parts.flat()])]);
const webm = (text: string): Blob =>
  new Blob([new Uint8Array(letters(`\x1a\x45\xdf\xa3....webm....\x16\x54\xae\x6b${text}`))]);

describe('the video track of a file', () => {
  test.each([
    ['of an MP4 file', mp4(box('moov', track('soun', 'mp4a'), track('vide', 'hvc1'))), 'hvc1'],
    ['behind its data', mp4(box('mdat', zeros(90)), box('moov', track('vide', 'av01'))), 'av01'],
    ['of a WebM file', webm('..\x86\x85V_VP9..'), 'V_VP9'],
  ])('%s is found with its codec', async (_where, file, codec) => {
    expect(await readVideoTrack(file)).toEqual({ codec, isEmpty: false });
  });

  test.each([
    [
      'without frames',
      mp4(box('moov', track('vide', 'vp09', 0))),
      { codec: 'vp09', isEmpty: true },
    ],
    ['beside which there is only sound', mp4(box('moov', track('soun', 'mp4a'))), 'none'],
    ['of a WebM file with sound only', webm('\x86\x86A_OPUS'), 'none'],
    ['of a file whose index is cut off', mp4(box('moov', zeros(40)).slice(0, 20)), 'cut'],
    ['of a file without an index', mp4(box('mdat', zeros(40))), 'cut'],
    ['of any other file', new Blob(['RIFF....AVI ']), undefined],
    ['of an empty file', new Blob([]), undefined],
  ])('%s', async (_what, file, expected) => {
    expect(await readVideoTrack(file)).toEqual(expected);
  });
});
