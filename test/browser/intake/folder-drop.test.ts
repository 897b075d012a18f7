import { afterEach, describe, expect, test } from 'vitest';
import { commands, server } from 'vitest/browser';
import { collectImages } from '../../../src/intake/collect-images.js';
import type { IntakeResult } from '../../../src/intake/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { dropFromDisk, imageFolder } from './drop-from-disk.js';

const namesOf = ({ images }: IntakeResult): string[] => images.map(({ name }) => name);

afterEach(() => document.body.replaceChildren());

describe('a drop from the disk', () => {
  test('walks a folder in the order of its names, and tells each file that is no image', async () => {
    const result = await dropFromDisk([imageFolder], (data) => collectImages(data));
    const orientations = namesOf(result).filter((name) => /^quad_orientation_\d\.jpg$/.test(name));
    expect(orientations).toHaveLength(8);
    expect(orientations).toEqual(orientations.toSorted());
    expect(result.images.length).toBeGreaterThan(30);
    expect(result.rejections.map(({ name, code }) => `${name}: ${code}`)).toEqual([
      'claims_60000x60000.png: too-many-pixels',
      'document.pdf: not-an-image',
      'empty.png: empty-file',
      'html_named.png: not-an-image',
      'text_named.jpg: not-an-image',
    ]);
  });

  test('keeps the place of a folder among the files beside it', async () => {
    const result = await dropFromDisk(
      [`${imageFolder}/small_text.png`, imageFolder, `${imageFolder}/photo.jpg`],
      (data) => collectImages(data),
    );
    const names = namesOf(result);
    expect([names[0], names.at(-1)]).toEqual(['small_text.png', 'photo.jpg']);
    expect(names.filter((name) => name === 'photo.jpg')).toHaveLength(2);
  });

  test('says of a file that was deleted meanwhile that it has to be chosen again', async () => {
    const path = `${server.config.root}/node_modules/.cache/dropped.png`;
    const bytes = new Uint8Array(await (await loadFixture('quad.png')).arrayBuffer());
    await commands.writeFile(path, btoa(String.fromCharCode(...bytes)), 'base64');
    const file = await dropFromDisk([path], ({ files }) => Promise.resolve(files[0]));
    // Chromium looks at a file with the first use of its size, and takes one that is gone by then for empty.
    expect(file?.size).toBe(bytes.length);
    await commands.removeFile(path);
    const { rejections } = await collectImages(file ? [file] : []);
    expect(rejections[0]).toMatchObject({ code: 'unreadable-file', name: 'dropped.png' });
    expect(rejections[0]?.message).toMatch(/Choose it again/);
  });
});
