import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { collectImages } from '../../../src/intake/collect-images.js';
import { readFixture } from '../../helpers/read-fixture.js';

const fixture = (name: string, as = name): File => new File([readFixture(name)], as);
const inFolder = (path: string): File => {
  const file = fixture('quad.png', path.split('/').at(-1));
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
};

describe('collectImages', () => {
  test('takes the good files in their order and tells why it leaves out the others', async () => {
    const names = [
      'photo.jpg',
      'text_named.jpg',
      'quad.gif',
      'empty.png',
      'claims_60000x60000.png',
      'quad.png',
    ];
    const { images, rejections } = await collectImages(names.map((name) => fixture(name)));
    expect(images.map(({ name }) => name)).toEqual(['photo.jpg', 'quad.gif', 'quad.png']);
    expect(images[0]).toMatchObject({
      from: 'pick',
      info: { width: 1600, mediaType: 'image/jpeg' },
    });
    expect(rejections.map(({ name, code }) => [name, code])).toEqual([
      ['text_named.jpg', 'not-an-image'],
      ['empty.png', 'empty-file'],
      ['claims_60000x60000.png', 'too-many-pixels'],
    ]);
    expect(rejections[2]).toMatchObject({ limit: 100_000_000, value: 3_600_000_000 });
    expect(rejections.every(({ file, message }) => file && message.endsWith('.'))).toBe(true);
  });

  test('leaves out what is more than fits, and counts only good files', async () => {
    const names = ['empty.png', 'quad.png', 'quad.gif', 'quad.bmp', 'quad.avif'];
    const { images, rejections } = await collectImages(
      names.map((name) => fixture(name)),
      { maxFiles: 2 },
    );
    expect(images.map(({ name }) => name)).toEqual(['quad.png', 'quad.gif']);
    expect(rejections.map(({ name, code }) => [name, code])).toEqual([
      ['empty.png', 'empty-file'],
      ['quad.bmp', 'too-many-files'],
      ['quad.avif', 'too-many-files'],
    ]);
    expect(rejections[1]?.limit).toBe(2);
  });

  test('opens no file once there is no more room', async () => {
    const files = Array.from({ length: 40 }, () => fixture('quad.png'));
    let opened = 0;
    for (const file of files) {
      const slice = file.slice.bind(file);
      file.slice = (...range) => {
        opened += 1;
        return slice(...range);
      };
    }
    const { images, rejections } = await collectImages(files, { maxFiles: 1 });
    expect([images.length, rejections.length]).toEqual([1, 39]);
    expect(opened).toBeLessThanOrEqual(8);
  });

  test('has no room at all for a limit of 0', async () => {
    const { images, rejections } = await collectImages([fixture('quad.png')], { maxFiles: 0 });
    expect(images).toEqual([]);
    expect(rejections[0]).toMatchObject({ code: 'too-many-files', limit: 0 });
  });

  test.each([
    { accept: ['image/png'], taken: ['quad.png'] },
    { accept: ['image/*'], taken: ['quad.png', 'photo.jpg', 'header_only.heic'] },
    { accept: ['.jpg,.PNG'], taken: ['quad.png', 'photo.jpg'] },
    { accept: ['image/jpg', '.heif'], taken: ['photo.jpg', 'header_only.heic'] },
  ])('takes for $accept what the bytes are', async ({ accept, taken }) => {
    const files = ['quad.png', 'photo.jpg', 'header_only.heic'].map((name) => fixture(name));
    const { images, rejections } = await collectImages(files, { accept });
    expect(images.map(({ name }) => name)).toEqual(taken);
    expect(rejections.every(({ code }) => code === 'type-not-accepted')).toBe(true);
  });

  test('takes SVG only where it is asked for by name', async () => {
    const drawing = new File(['<svg width="9" height="9"/>'], 'drawing.svg');
    expect((await collectImages([drawing])).rejections[0]).toMatchObject({
      code: 'type-not-accepted',
    });
    expect((await collectImages([drawing], { accept: ['image/*'] })).images).toEqual([]);
    expect((await collectImages([drawing], { accept: ['image/svg+xml'] })).images).toHaveLength(1);
  });

  test('has the limits of the app', async () => {
    const { rejections } = await collectImages([fixture('photo.jpg')], {
      limits: { maxBytes: 1000 },
    });
    expect(rejections[0]).toMatchObject({ code: 'too-many-bytes', limit: 1000 });
  });

  test('lists a picked folder as a person would, without what systems leave in it', async () => {
    const paths = [
      'trip/img10.png',
      'trip/day 2/b.png',
      'trip/img9.png',
      'trip/.DS_Store',
      'trip/day 10/a.png',
      'trip/__MACOSX/x.png',
      'trip/._img9.png',
      'trip/Thumbs.db',
    ];
    const { images, rejections } = await collectImages(paths.map(inFolder));
    expect(images.map(({ file }) => file.webkitRelativePath)).toEqual([
      'trip/img9.png',
      'trip/img10.png',
      'trip/day 2/b.png',
      'trip/day 10/a.png',
    ]);
    expect(rejections).toEqual([]);
  });

  test('leaves files that are in no folder as they were given', async () => {
    const files = ['b.png', 'a.png', 'c.png'].map((name) => fixture('quad.png', name));
    const { images } = await collectImages(files);
    expect(images.map(({ name }) => name)).toEqual(['b.png', 'a.png', 'c.png']);
  });

  test('stops when it is told to', async () => {
    const stopped = collectImages([fixture('quad.png')], { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toSatisfy(
      (error) => KitError.is(error) && error.code === 'aborted',
    );
  });
});
