import { describe, expect, test } from 'vitest';
import { collectImages } from '../../../src/intake/collect-images.js';
import type { IntakeOptions, IntakeSource } from '../../../src/intake/types.js';

/** A window with a line of words and a counter in it, and a photograph beside it. */
function screenshot(counter: string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(640, 400);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const sky = context.createLinearGradient(0, 0, 640, 400);
  sky.addColorStop(0, '#123');
  sky.addColorStop(0.5, '#f80');
  sky.addColorStop(1, '#06c');
  context.fillStyle = sky;
  context.fillRect(320, 0, 320, 400);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 320, 400);
  context.fillStyle = '#c00';
  context.beginPath();
  context.arc(330, 200, 60, 0, 7);
  context.fill();
  context.fillStyle = '#000';
  context.font = '14px sans-serif';
  context.fillText(`Messages: ${counter}`, 20, 40);
  return canvas;
}

async function file(
  canvas: OffscreenCanvas,
  name: string,
  type = 'image/png',
  quality = 0.75,
): Promise<File> {
  return new File([await canvas.convertToBlob({ type, quality })], name, { type });
}

const tiffEntry = (tag: number, value: number): number[] => [
  tag & 255,
  tag >> 8,
  3,
  0,
  1,
  0,
  0,
  0,
  value & 255,
  value >> 8,
  0,
  0,
];

/** The head of a TIFF file of a size, without pixels. */
function tiff(name: string, width: number, height: number): File {
  const head = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0];
  const bytes = [...head, ...tiffEntry(256, width), ...tiffEntry(257, height), 0, 0, 0, 0];
  return new File([new Uint8Array(bytes)], name, { type: 'image/tiff' });
}

async function take(
  files: readonly File[],
  from: IntakeSource = 'paste',
  options: IntakeOptions = {},
): Promise<{ names: string[]; refused: string[] }> {
  const { images, rejections } = await collectImages(files, { ...options, from });
  return {
    names: images.map((image) => image.file.name),
    refused: rejections.map((rejection) => rejection.name),
  };
}

describe('one image in several formats', () => {
  test.each(['image/jpeg', 'image/webp'])('is one, also with losses as %s', async (type) => {
    const canvas = screenshot('7');
    for (const quality of [0.5, 0.75, 0.95]) {
      const lossy = await file(canvas, `image.${type.slice(6)}`, type, quality);
      const { names } = await take([lossy, await file(canvas, 'image.png')]);
      expect([quality, names]).toEqual([quality, [lossy.name]]);
    }
  });

  test.each(['image', 'photo', 'graphic', 'Pasted image'])(
    'is one where %s is a generated name',
    async (name) => {
      const canvas = screenshot('7');
      const files = [await file(canvas, `${name}.png`), await file(canvas, 'Shot.png')];
      expect((await take(files)).names).toEqual(['Shot.png']);
    },
  );

  test('is two where one figure differs', async () => {
    const [png, jpeg] = [screenshot('7'), screenshot('1')];
    const files = [await file(png, 'image.png'), await file(jpeg, 'image.jpg', 'image/jpeg')];
    expect((await take(files)).names).toHaveLength(2);
    const exact = [await file(png, 'image.png'), await file(jpeg, 'Shot.png')];
    expect((await take(exact)).names).toHaveLength(2);
  });

  test('is the one that opens, of whichever it is told first', async () => {
    const png = await file(screenshot('7'), 'image.png');
    const copy = tiff('image.tiff', 640, 400);
    const one = { names: ['image.png'], refused: [] };
    expect(await take([copy, png])).toEqual(one);
    expect(await take([png, copy], 'drop')).toEqual(one);
    const named = await take([tiff('Shot.tiff', 640, 400), png]);
    expect(named).toEqual({ names: ['Shot.png'], refused: [] });
  });

  test('is two where one has another size, though it may not open', async () => {
    const png = await file(screenshot('7'), 'image.png');
    expect(await take([tiff('image.tiff', 800, 600), png])).toEqual({
      names: ['image.tiff', 'image.png'],
      refused: [],
    });
  });

  test('is the one that is accepted', async () => {
    const canvas = screenshot('7');
    const png = { accept: ['image/png'] };
    for (const [name, refused] of [['image', []] as const, ['a', ['a.jpeg']] as const]) {
      const jpeg = await file(canvas, `${name}.jpeg`, 'image/jpeg');
      const files = [jpeg, await file(canvas, `${name}.png`)];
      expect(await take(files, 'drop', png)).toEqual({ names: [`${name}.png`], refused });
    }
  });
});

describe('one image under several names', () => {
  test('is one where a name is made up, under the name that is not', async () => {
    const canvas = screenshot('7');
    const png = await file(canvas, 'image.png');
    const shot = new File([png], 'QQ-shot.png', { type: 'image/png' });
    expect((await take([png, shot])).names).toEqual(['QQ-shot.png']);
    expect((await take([shot, png], 'drop')).names).toEqual(['QQ-shot.png']);
  });

  test('is as many as somebody has named', async () => {
    const png = await file(screenshot('7'), 'one.png');
    const two = new File([png], 'two.png', { type: 'image/png' });
    const blob = new File([png], 'blob', { type: 'image/png' });
    expect((await take([png, two])).names).toEqual(['one.png', 'two.png']);
    expect((await take([png, blob, two])).names).toEqual(['one.png', 'two.png']);
  });

  test('is as many as were picked, and as lie in a folder', async () => {
    const canvas = screenshot('7');
    const files = [await file(canvas, 'a.jpeg', 'image/jpeg'), await file(canvas, 'a.png')];
    expect((await take(files, 'pick')).names).toHaveLength(2);
    for (const one of files) {
      Object.defineProperty(one, 'webkitRelativePath', { value: `all/${one.name}` });
    }
    expect((await take(files, 'drop')).names).toHaveLength(2);
  });

  test('leaves the others of a large drop in their order', async () => {
    const files = await Promise.all(
      Array.from({ length: 40 }, async (_one, at) => file(screenshot(`${at}`), `shot-${at}.png`)),
    );
    files.splice(20, 0, await file(screenshot('3'), 'shot-3.jpg', 'image/jpeg'));
    const { names } = await take(files, 'drop');
    expect(names).toEqual(Array.from({ length: 40 }, (_one, at) => `shot-${at}.png`));
  });
});
