import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { makePhoto } from './make-photo.ts';
import { makeScreenshot } from './make-screenshot.ts';

const sharedPhotos = fileURLToPath(new URL('../../../shared/photos', import.meta.url));
const madePhotos = fileURLToPath(
  new URL('../../node_modules/.cache/image-chat-kit-bench', import.meta.url),
);

export interface Photo {
  name: string;
  path: string;
  bytes: number;
  megapixels: number;
  /** As stored, px. */
  storedWidth: number;
  storedHeight: number;
  isTurned: boolean;
  /** Made by the bench, not by a camera. */
  isMade: boolean;
}

async function describePhoto(path: string, isMade: boolean): Promise<Photo> {
  const { width, height, orientation = 1 } = await sharp(path).metadata();
  return {
    name: basename(path).replace(/\.\w+$/, ''),
    path,
    bytes: statSync(path).size,
    megapixels: (width * height) / 1e6,
    storedWidth: width,
    storedHeight: height,
    isTurned: orientation >= 5,
    isMade,
  };
}

async function madePhoto(megapixels: number): Promise<Photo> {
  mkdirSync(madePhotos, { recursive: true });
  const path = join(madePhotos, `made-${megapixels}mp.jpg`);
  if (!existsSync(path)) await makePhoto(path, megapixels, megapixels);
  return describePhoto(path, true);
}

/** The folder with real photographs: `BENCH_PHOTOS`, or the one beside the checkout, where there is one. */
function photoFolder(): string | undefined {
  return [process.env['BENCH_PHOTOS'], sharedPhotos].find((folder) => folder && existsSync(folder));
}

/** Real photographs of 8 MP and more, and made ones for the sizes that are missing: about 12, 24 and 48 MP. */
export async function findPhotos(): Promise<Photo[]> {
  const folder = photoFolder();
  const files = folder ? readdirSync(folder).filter((name) => /\.jpe?g$/i.test(name)) : [];
  const photos: Photo[] = [];
  for (const file of files) photos.push(await describePhoto(join(folder ?? '', file), false));
  const large = photos.filter(({ megapixels }) => megapixels >= 8);
  for (const { megapixels, from, to } of [
    { megapixels: 12, from: 0, to: 18 },
    { megapixels: 24, from: 18, to: 36 },
    { megapixels: 48, from: 36, to: 200 },
  ]) {
    const isCovered = large.some((one) => one.megapixels >= from && one.megapixels < to);
    if (!isCovered) large.push(await madePhoto(megapixels));
  }
  return large.toSorted((a, b) => a.megapixels - b.megapixels);
}

/** Text on a screen of twice the density, 2880 × 1800 px. */
export async function findScreenshot(): Promise<Photo> {
  const folder = photoFolder();
  const real = folder && readdirSync(folder).find((name) => /^screenshot.*\.png$/.test(name));
  if (folder && real) return describePhoto(join(folder, real), false);
  mkdirSync(madePhotos, { recursive: true });
  const path = join(madePhotos, 'made-screenshot-2880x1800.png');
  if (!existsSync(path)) await makeScreenshot(path);
  return describePhoto(path, true);
}
