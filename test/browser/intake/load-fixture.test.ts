import { describe, expect, test } from 'vitest';
import { loadFixture } from '../../helpers/load-fixture.js';

async function cornersOf(file: File): Promise<{ size: string; corners: string[] }> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const colourAt = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
    return [red, green, blue].map((value) => (value > 127 ? 'f' : '0')).join('');
  };
  const corners = [4, height - 5].flatMap((y) => [4, width - 5].map((x) => colourAt(x, y)));
  return { size: `${width}x${height}`, corners };
}

describe('loadFixture', () => {
  test.each([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => `quad_orientation_${orientation}.jpg`),
    'quad_progressive.jpg',
    'quad_trailer.jpg',
    'jpeg_named.png',
    'quad.png',
    'quad_alpha.png',
    'quad_palette.png',
    'quad_interlaced.png',
    'quad_16bit.png',
    'quad_animated.png',
    'quad_orientation_8.png',
    'quad.bmp',
    'quad.gif',
    'quad_animated.gif',
    'quad_lossy.webp',
    'quad_lossless.webp',
    'quad_alpha.webp',
    'quad_animated.webp',
    'quad.avif',
    'quad_alpha.avif',
    'quad_irot.avif',
    'quad_irot_imir.avif',
  ])('%s is upright in the browser', async (name) => {
    const file = await loadFixture(name);
    expect(file.name).toBe(name);
    expect(await cornersOf(file)).toEqual({ size: '96x64', corners: ['f00', '0f0', '00f', 'ff0'] });
  });

  test('a WebP is shown as it is stored, whatever its EXIF asks for', async () => {
    const file = await loadFixture('quad_orientation_6.webp');
    expect(await cornersOf(file)).toEqual({ size: '64x96', corners: ['0f0', 'ff0', 'f00', '00f'] });
  });

  test.each(['photo.jpg', 'small_text.png'])('%s decodes', async (name) => {
    const bitmap = await createImageBitmap(await loadFixture(name));
    expect(bitmap.width).toBe(name === 'photo.jpg' ? 1600 : 1200);
    bitmap.close();
  });

  test('an empty file stays empty', async () => {
    expect((await loadFixture('empty.png')).size).toBe(0);
  });
});
