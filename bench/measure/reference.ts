import sharp from 'sharp';
import type { Photo } from './photos.ts';
import type { Pixels } from './similarity.ts';

/** The image at this size as sharp makes it with Lanczos3. */
export async function lanczosReference(
  { path }: Pick<Photo, 'path'>,
  width: number,
  height: number,
): Promise<Pixels> {
  const data = await sharp(path, { limitInputPixels: false })
    .autoOrient()
    // Else the JPEG decoder shrinks as far as it can, and little is left for the filter.
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill', fastShrinkOnLoad: false })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width, height };
}

export async function decodeImage(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
