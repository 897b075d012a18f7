/** Files that are sent as they are. */
import { expect, test } from 'vitest';
import { collectImages } from '../../../src/intake/collect-images.js';
import type { FileSource } from '../../../src/intake/file-source.js';
import { fileTypesOf } from '../../../src/react/use-attached-files.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { readFixture } from '../../helpers/read-fixture.js';

const pdf = new File(['%PDF-1.7 …'], 'list.pdf');
const fileTypes = ['application/pdf', 'text/*', 'application/json', 'audio/wav', 'audio/mpeg'];

test.each([
  { name: 'list.pdf', bytes: '%PDF-1.7', type: '', mediaType: 'application/pdf' },
  { name: 'renamed.jpg', bytes: '%PDF-1.4', type: 'image/jpeg', mediaType: 'application/pdf' },
  { name: 'notes.md', bytes: '# Notes, 😀', type: '', mediaType: 'text/markdown' },
  { name: 'prices.csv', bytes: 'a;b', type: 'text/csv', mediaType: 'text/csv' },
  { name: 'main.rs', bytes: 'fn main() {}', type: '', mediaType: 'text/plain' },
  { name: 'data.json', bytes: '{}', type: 'application/json', mediaType: 'application/json' },
  { name: 'voice.wav', bytes: 'RIFF\0\0\0\0WAVE', type: '', mediaType: 'audio/wav' },
  { name: 'voice.mp3', bytes: 'ID3\u0004', type: 'audio/mp3', mediaType: 'audio/mpeg' },
])('$name is a file of the type $mediaType', async ({ name, bytes, type, mediaType }) => {
  const { images, rejections, files } = await collectImages([new File([bytes], name, { type })], {
    fileTypes,
  });
  expect({ images, rejections }).toEqual({ images: [], rejections: [] });
  expect(files).toEqual([{ file: expect.objectContaining({ name }), mediaType }]);
});

const RECORDINGS: Array<[name: string, bytes: string, declared: string, mediaType: string]> = [
  ['a.wav', 'RIFF\0\0\0\0WAVE', 'audio/x-wav', 'audio/wav'],
  ['tagged.mp3', 'ID3\x04', '', 'audio/mpeg'],
  ['bare.mp3', '\xff\xfb\x90\0', '', 'audio/mpeg'],
  ['a.aac', '\xff\xf1\x50\x80', '', 'audio/aac'],
  ['a.ogg', 'OggS\0\x02', 'audio/ogg', 'audio/ogg'],
  ['a.flac', 'fLaC\0\0', '', 'audio/flac'],
  ['apple.m4a', '\0\0\0\x18ftypM4A \0\0\0\0', '', 'audio/mp4'],
  ['other.m4a', '\0\0\0\x18ftypisom\0\0\0\0', 'audio/x-m4a', 'audio/mp4'],
  ['a.webm', '\x1aE\xdf\xa3\x9fB\x82webm\xae\x86A_OPUS', 'video/webm', 'audio/webm'],
];

test.each(RECORDINGS)('%s is a recording', async (name, bytes, type, mediaType) => {
  const file = new File([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], name, { type });
  const { rejections, files } = await collectImages([file], { fileTypes: ['audio/*'] });
  expect(rejections).toEqual([]);
  expect(files?.map((one) => one.mediaType)).toEqual([mediaType]);
});

test('an audio type is known by its other names', async () => {
  const file = new File(['ID3\u0004'], 'a.mp3');
  const { files } = await collectImages([file], { fileTypes: ['audio/mp3'] });
  expect(files?.map(({ mediaType }) => mediaType)).toEqual(['audio/mpeg']);
});

test('a video with sound is not a recording', async () => {
  const bytes = Uint8Array.from('\x1aE\xdf\xa3\x9fB\x82webm\xaeV_VP9\xaeA_OPUS', (letter) =>
    letter.charCodeAt(0),
  );
  const { rejections, files } = await collectImages([new File([bytes], 'a.webm')], {
    fileTypes: ['audio/*'],
  });
  expect(rejections).toHaveLength(1);
  expect(files).toBeUndefined();
});

test('an image stays an image, and what is neither is rejected as before', async () => {
  const { images, rejections, files } = await collectImages(
    [
      new File([readFixture('photo.jpg')], 'photo.jpg'),
      new File(['PK\u0003\u0004\0'], 'a.zip', { type: 'application/zip' }),
      new File([], 'empty.txt'),
      pdf,
    ],
    { fileTypes },
  );
  expect(images.map(({ name }) => name)).toEqual(['photo.jpg']);
  expect(rejections.map(({ code, name }) => [code, name])).toEqual([
    ['not-an-image', 'a.zip'],
    ['empty-file', 'empty.txt'],
  ]);
  expect(files?.map(({ file }) => file.name)).toEqual(['list.pdf']);
});

test('no file is taken unless the app asks for it', async () => {
  const { rejections, files } = await collectImages([pdf]);
  expect(files).toBeUndefined();
  expect(rejections).toHaveLength(1);
});

test('a file above the limit is rejected with it', async () => {
  const { rejections, files } = await collectImages([pdf], { fileTypes, limits: { maxBytes: 5 } });
  expect(files).toBeUndefined();
  expect(rejections).toMatchObject([{ code: 'too-many-bytes', name: 'list.pdf', limit: 5 }]);
});

test('a source that opens a file may have it sent as it is', async () => {
  const asked: Array<boolean | undefined> = [];
  const source: FileSource = {
    accepts: () => true,
    async expandFile(_file, { canAttach }) {
      asked.push(canAttach);
      return { images: [], isAttached: true };
    },
  };
  const taken = await collectImages([pdf], { fileTypes, fileSources: [source] });
  expect(taken.files?.map(({ mediaType }) => mediaType)).toEqual(['application/pdf']);
  const refused = await collectImages([pdf], { fileSources: [source] });
  expect(refused.files).toBeUndefined();
  expect(asked).toEqual([true, false]);
});

test('the types follow the app and the wire format', () => {
  expect(fileTypesOf(undefined, openaiChat)).toEqual([]);
  expect(fileTypesOf(true, openaiChat)).toContain('application/pdf');
  expect(fileTypesOf(true, ollamaChat)).not.toContain('application/pdf');
  expect(fileTypesOf(['application/pdf'], ollamaChat)).toEqual([]);
  expect(fileTypesOf(['audio/*'], openaiChat)).toEqual(
    expect.arrayContaining(['audio/wav', 'audio/mpeg']),
  );
  // What a format does not take is attached all the same, and refused in words before it is sent.
  expect(fileTypesOf(['audio/*'], ollamaChat)).toEqual(['audio/*']);
  expect(fileTypesOf(true, ollamaChat)).not.toContain('audio/*');
  const own = { bytes: true, links: 'none', fileIds: false } as const;
  expect(fileTypesOf(true, own)).toEqual([]);
  expect(fileTypesOf(['application/pdf'], own)).toEqual(['application/pdf']);
});

test.each([
  { name: 'utf-16.csv', bytes: [0xff, 0xfe, 0x61, 0, 0x3b, 0], type: '', mediaType: 'text/csv' },
  { name: 'app.log', bytes: [0xef, 0xbb, 0xbf, 0x61], type: '', mediaType: 'text/plain' },
  { name: 'a.csv', bytes: [0x61], type: 'application/vnd.ms-excel', mediaType: 'text/csv' },
  { name: 'main.ts', bytes: [0x61], type: 'video/mp2t', mediaType: 'text/plain' },
])('$name is a text', async ({ name, bytes, type, mediaType }) => {
  const file = new File([new Uint8Array(bytes)], name, { type });
  const { rejections, files } = await collectImages([file], { fileTypes });
  expect(rejections).toEqual([]);
  expect(files?.map((one) => one.mediaType)).toEqual([mediaType]);
});

test.each([
  { what: 'bytes with zeros', bytes: [0x50, 0x4b, 3, 4, 0, 0] },
  { what: 'another encoding', bytes: [0x42, 0xe4, 0x72] },
  {
    what: 'bytes after a long text',
    bytes: [...Array.from({ length: 5000 }, () => 0x61), 0, 0xff],
  },
])('$what that are named as a text are refused as that', async ({ bytes }) => {
  for (const [name, type] of [
    ['a.csv', 'text/csv'],
    ['a.txt', ''],
  ] as const) {
    const file = new File([new Uint8Array(bytes)], name, { type });
    const { rejections, files } = await collectImages([file], { fileTypes: ['*'] });
    expect(files).toBeUndefined();
    expect(rejections).toMatchObject([{ code: 'not-text', name }]);
  }
});

test('a text above its limit is rejected with it', async () => {
  const text = new File(['x'.repeat(1_000_001)], 'long.txt');
  const { rejections, files } = await collectImages([text], { fileTypes });
  expect(files).toBeUndefined();
  expect(rejections).toMatchObject([
    { code: 'text-too-long', name: 'long.txt', limit: 1_000_000, value: 1_000_001 },
  ]);
});
