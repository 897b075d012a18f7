import sharp from 'sharp';

export interface PhotoOptions {
  /** Stored size, px. */
  width: number;
  height: number;
  /** EXIF orientation written into the file. @defaultValue 1 */
  orientation?: number;
  /** Text that must never leave the page. @defaultValue none */
  secret?: string;
}

/** Corners of the upright image: red, green, blue, yellow, each a tenth of the short side. */
export const cornerColors = {
  topLeft: '#e01010',
  topRight: '#10c010',
  bottomLeft: '#1020e0',
  bottomRight: '#e0d010',
} as const;

const corners = (width: number, height: number): string => {
  const side = Math.round(Math.min(width, height) / 10);
  const square = (x: number, y: number, fill: string): string =>
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${fill}"/>`;
  return [
    square(0, 0, cornerColors.topLeft),
    square(width - side, 0, cornerColors.topRight),
    square(0, height - side, cornerColors.bottomLeft),
    square(width - side, height - side, cornerColors.bottomRight),
  ].join('');
};

/** How to turn the upright pixels so that the orientation in the file turns them back. Only 1, 3, 6 and 8: cameras write these. */
const storedTurn: Record<number, number> = { 1: 0, 3: 180, 6: 270, 8: 90 };

/** A JPEG with the grain and the gradients of a photograph, of any size, made on the spot. */
export async function makePhoto({
  width,
  height,
  orientation = 1,
  secret,
}: PhotoOptions): Promise<Buffer> {
  const isSideways = orientation === 6 || orientation === 8;
  const [uprightWidth, uprightHeight] = isSideways ? [height, width] : [width, height];
  const scene =
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${uprightWidth}" height="${uprightHeight}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#7db0de"/><stop offset=".6" stop-color="#f3d9b5"/><stop offset="1" stop-color="#4a5a38"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="62%" cy="38%" r="12%" fill="#fff2c0"/>
    <ellipse cx="40%" cy="80%" rx="30%" ry="16%" fill="#2f4a2a"/>
    ${corners(uprightWidth, uprightHeight)}
  </svg>`);
  const grain = await sharp({
    create: {
      width: uprightWidth,
      height: uprightHeight,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 9 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const upright = await sharp(scene)
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const turned = sharp(upright.data, { raw: upright.info }).rotate(storedTurn[orientation] ?? 0);
  const described = secret
    ? turned.withExif({ IFD0: { ImageDescription: secret }, IFD3: { GPSMapDatum: secret } })
    : turned;
  return described.withMetadata({ orientation }).jpeg({ quality: 88 }).toBuffer();
}
