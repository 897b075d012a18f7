/** Files that a person might add, and that are no good. Made here, byte by byte. */
import { loadSample } from './samples.js';

/** The header of a PNG of 60,000 px a side, with its checksum. */
const PNG_60_000_PX = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0xea,
  0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0, 0xf, 0xb0, 0xe2, 0x15,
];

async function cutShort(): Promise<File> {
  const whole = await loadSample('still-life.jpg');
  return new File([whole.slice(0, 200)], 'cut-short.jpg', { type: 'image/jpeg' });
}

const made = (parts: BlobPart[], name: string): Promise<File> =>
  Promise.resolve(new File(parts, name));

export const oddFiles = {
  'holiday.jpg': () => made(['Dear diary, it rained all day.'], 'holiday.jpg'),
  'empty.png': () => made([], 'empty.png'),
  'huge.png': () => made([new Uint8Array(PNG_60_000_PX)], 'huge.png'),
  'invoice.pdf': () => made(['%PDF-1.7\n'], 'invoice.pdf'),
  'cut-short.jpg': cutShort,
};

export type OddFile = keyof typeof oddFiles;

export const loadOddFiles = (names: readonly OddFile[]): Promise<File[]> =>
  Promise.all(names.map((name) => oddFiles[name]()));
