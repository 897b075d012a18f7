import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { Pixels } from './compare.ts';
import type { Screen } from './screens.ts';
import type { Theme, Viewport } from './stage.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, 'references');

/** Not in git. */
export const outputFolder = join(here, 'output');

/** Such as `tray-3-360-dark`, from which the files have their names. */
export const shotName = ({ name }: Screen, { width }: Viewport, theme: Theme): string =>
  `${name}-${width}-${theme}`;

const fileOf = (name: string): string => join(folder, `${name}.webp`);

const toSharp = ({ width, height, data }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

export async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

export const referenceNames = (): string[] =>
  existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.webp$/, '')) : [];

export async function readReference(name: string): Promise<Pixels | undefined> {
  const file = fileOf(name);
  return existsSync(file) ? toPixels(sharp(file)) : undefined;
}

/** Colours change by up to 2 of 255, a fifth of what the comparison lets pass, for a quarter of the bytes. */
export async function writeReference(name: string, pixels: Pixels): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await toSharp(pixels).webp({ nearLossless: true, quality: 60, effort: 6 }).toFile(fileOf(name));
}

export const removeReference = (name: string): void => rmSync(fileOf(name));

/** Paints where two images differ red, over a pale copy. */
function paint({ width, height, data }: Pixels, mask: Uint8Array): Pixels {
  const painted = data.map((value) => 170 + value / 3);
  for (const [at, differs] of mask.entries()) if (differs) painted.set([220, 0, 40], at * 3);
  return { width, height, data: painted };
}

async function sideBySide(images: readonly Pixels[]): Promise<Sharp> {
  const { width = 0, height = 0 } = images[0] ?? {};
  const layers = images.map(async (image, index) => ({
    input: await toSharp(image).png().toBuffer(),
    left: index * (width + 16),
    top: 0,
  }));
  return sharp({
    create: { width: images.length * (width + 16), height, channels: 3, background: '#888' },
  }).composite(await Promise.all(layers));
}

/** Writes one image with what was expected, what there is, and where they differ. Returns its path. */
export async function writeDifference(
  name: string,
  { expected, actual, mask }: { expected: Pixels; actual: Pixels; mask: Uint8Array },
): Promise<string> {
  const differences = join(outputFolder, 'differences');
  mkdirSync(differences, { recursive: true });
  const file = join(differences, `${name}.png`);
  await (await sideBySide([expected, actual, paint(actual, mask)])).png().toFile(file);
  return file;
}

/** Writes many images as one, to be looked at together. Returns its path. */
export async function writeSheet(name: string, images: readonly Pixels[]): Promise<string> {
  const sheets = join(outputFolder, 'sheets');
  mkdirSync(sheets, { recursive: true });
  const isNarrow = (images[0]?.width ?? 0) < 600;
  const [columns, scale] = isNarrow ? [7, 1] : [4, 0.5];
  const width = Math.round((images[0]?.width ?? 0) * scale);
  const height = Math.round((images[0]?.height ?? 0) * scale);
  const layers = images.map(async (image, index) => ({
    input: await toSharp(image).resize(width, height).png().toBuffer(),
    left: (index % columns) * (width + 8),
    top: Math.floor(index / columns) * (height + 8),
  }));
  const file = join(sheets, `${name}.png`);
  await sharp({
    create: {
      width: columns * (width + 8),
      height: Math.ceil(images.length / columns) * (height + 8),
      channels: 3,
      background: '#888',
    },
  })
    .composite(await Promise.all(layers))
    .png()
    .toFile(file);
  return file;
}
