import { describe, expect, test } from 'vitest';
import { readImageInfo } from '../../src/formats/read-info.js';
import { uprightSize } from '../../src/formats/upright-size.js';
import { loadFixture } from '../helpers/load-fixture.js';

/** As the page shows it. WebKitGTK turns neither PNG nor AVIF, so these are not among the images here. */
async function shownSize(file: File): Promise<string> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    image.src = url;
    await image.decode();
    return `${image.naturalWidth}x${image.naturalHeight}`;
  } finally {
    URL.revokeObjectURL(url);
  }
}

describe('the upright size told by the header is the one the engine shows', () => {
  test.each([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => `quad_orientation_${orientation}.jpg`),
    'quad_orientation_6.webp',
    'quad_animated.gif',
    'quad.bmp',
  ])('%s', async (name) => {
    const file = await loadFixture(name);
    const { width, height } = uprightSize(await readImageInfo(file));
    expect(await shownSize(file)).toBe(`${width}x${height}`);
  });
});
