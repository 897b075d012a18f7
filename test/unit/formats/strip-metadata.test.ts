import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { stripMetadata } from '../../../src/formats/strip-metadata.js';
import { listFixtures, readFixture } from '../../helpers/read-fixture.js';
import { refusalOf } from '../../helpers/refusal.js';

const strippable = listFixtures().filter((name) =>
  /^(quad|photo|small).*\.(jpg|png|webp)$/.test(name),
);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const strip = (name: string, keepOrientation = true): Uint8Array => {
  const bytes = readFixture(name);
  return stripMetadata(bytes, readImageInfoFromBytes(bytes), { keepOrientation });
};
const pixelsOf = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

describe('stripMetadata', () => {
  test.each(strippable)('leaves nothing but the image in %s', async (name) => {
    const stripped = strip(name);
    expect(latin(stripped)).not.toMatch(/CANARY|adobe\.com|xmpmeta|Photoshop|tEXt|iTXt/);
    const before = readImageInfoFromBytes(readFixture(name));
    const { width, height, orientation, hasAlpha, isTruncated } = before;
    expect(readImageInfoFromBytes(stripped)).toMatchObject({
      width,
      height,
      orientation,
      hasAlpha,
      isTruncated,
    });
    const [pixels, pixelsBefore] = await Promise.all([stripped, readFixture(name)].map(pixelsOf));
    expect(pixelsBefore && pixels?.equals(pixelsBefore)).toBe(true);
    expect(stripped.length).toBeLessThanOrEqual(readFixture(name).length);
  });

  test.each(strippable)('leaves no EXIF at all in %s where the orientation may go', (name) => {
    expect(latin(strip(name, false))).not.toMatch(/Exif|eXIf|EXIF/);
  });

  test('keeps of EXIF only the orientation, and only where there is one', () => {
    expect(latin(strip('quad_orientation_1.jpg'))).not.toContain('Exif');
    expect(readImageInfoFromBytes(strip('quad_orientation_6.jpg')).thumbnail).toBeUndefined();
    expect(readImageInfoFromBytes(strip('quad_orientation_6.jpg')).orientation).toBe(6);
    expect(readImageInfoFromBytes(strip('quad_orientation_8.png')).orientation).toBe(8);
  });

  test('keeps the colour profile', async () => {
    const image = sharp({
      create: { width: 8, height: 8, channels: 3, background: '#f00' },
    }).withIccProfile('p3');
    for (const bytes of [
      await image.clone().jpeg().toBuffer(),
      await image.clone().png().toBuffer(),
      await image.clone().webp().toBuffer(),
    ]) {
      const stripped = stripMetadata(bytes, readImageInfoFromBytes(bytes));
      expect((await sharp(stripped).metadata()).icc).toEqual((await sharp(bytes).metadata()).icc);
    }
  });

  test('drops the palette of a PNG whose pixels need none', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const data = Buffer.from('CANARY in a palette');
    const palette = Buffer.concat([Buffer.from('PLTE'), data.subarray(0, 18)]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(18, 0);
    frame.writeUInt32BE(crc32(palette), 4);
    const at = png.indexOf('IDAT') - 4;
    const crafted = Buffer.concat([
      png.subarray(0, at),
      frame.subarray(0, 4),
      palette,
      frame.subarray(4),
      png.subarray(at),
    ]);
    const stripped = stripMetadata(crafted, readImageInfoFromBytes(crafted));
    expect(latin(stripped)).not.toContain('CANARY');
    expect(await pixelsOf(stripped)).toEqual(await pixelsOf(crafted));
  });

  test('drops second images and films behind the end', () => {
    const stripped = strip('quad_trailer.jpg');
    expect(stripped.length).toBeLessThan(readFixture('quad_trailer.jpg').length / 2 + 1);
    expect([...stripped.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  test('of an animated PNG the default image stays', () => {
    expect(readImageInfoFromBytes(strip('quad_animated.png'))).toMatchObject({ isAnimated: false });
  });

  test('says so of a format it does not know from the inside', () => {
    const bytes = readFixture('quad.gif');
    const error = refusalOf(() => stripMetadata(bytes, readImageInfoFromBytes(bytes)));
    expect(error.code).toBe('unsupported-format');
  });
});
