import sharp from 'sharp';
import type { Photo } from './photos.ts';
import type { Picture } from './similarity.ts';

// The whole picture is decoded first; sharp would else let the JPEG decoder shrink it.
async function decodeUpright(path: string) {
  const { data, info } = await sharp(path, { limitInputPixels: false })
    .autoOrient()
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The picture at this size as sharp makes it with Lanczos3 from all of the pixels. */
export async function lanczosReference(
  { path }: Photo,
  width: number,
  height: number,
): Promise<Picture> {
  const full = await decodeUpright(path);
  const data = await sharp(full.data, {
    raw: { width: full.width, height: full.height, channels: 3 },
    limitInputPixels: false,
  })
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
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
