import sharp from 'sharp';
import type { Photo } from './photos.ts';
import type { Picture } from './similarity.ts';

/** The picture at this size as sharp makes it with Lanczos3. */
export async function lanczosReference(
  { path }: Pick<Photo, 'path'>,
  width: number,
  height: number,
): Promise<Picture> {
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

export async function decodePicture(file: Buffer): Promise<Picture> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
