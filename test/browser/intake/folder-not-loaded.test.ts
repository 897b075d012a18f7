import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { collectImages } from '../../../src/intake/collect-images.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { dropFromDisk, imageFolder } from './drop-from-disk.js';

/** What walks through a folder loads when a folder comes, and here it does not. */
async function blockRequestsFor(...urls: string[]): Promise<void> {
  await cdp().send('Network.enable');
  await cdp().send('Network.setBlockedURLs', { urls });
}

afterEach(async () => {
  document.body.replaceChildren();
  await blockRequestsFor();
});

const refusal = (name: string) => ({
  code: 'unreadable-file',
  name,
  message:
    'A part of this page could not be loaded. Check the connection and try again; if that does not help, reload the page.',
});

test('a dropped folder whose code does not load is refused in plain words, and the files beside it are taken', async () => {
  await blockRequestsFor('*walk-folder*');
  const { images, rejections } = await dropFromDisk(
    [`${imageFolder}/photo.jpg`, imageFolder, `${imageFolder}/quad.png`],
    (data) => collectImages(data),
  );
  expect(images.map(({ name }) => name)).toEqual(['photo.jpg', 'quad.png']);
  expect(rejections).toMatchObject([refusal('images')]);
});

test('a picked folder whose code does not load is refused by its name', async () => {
  await blockRequestsFor('*natural-order*');
  const file = await loadFixture('quad.png');
  Object.defineProperty(file, 'webkitRelativePath', { value: 'Holiday/quad.png' });
  const { images, rejections } = await collectImages([file]);
  expect(images).toEqual([]);
  expect(rejections).toMatchObject([refusal('Holiday')]);
});
