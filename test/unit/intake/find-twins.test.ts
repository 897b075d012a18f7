import { expect, test } from 'vitest';
import { findTwins } from '../../../src/intake/find-twins.js';

const found = (name: string, type: string) => ({
  kind: 'file' as const,
  file: new File([''], name, { type }),
});

test('files of one name and type are separate images, which do not wait for each other', () => {
  const files = Array.from({ length: 75 }, () => found('IMG_1.jpg', 'image/jpeg'));
  expect(findTwins(files).size).toBe(0);
});

test('one image in two formats is found among them', () => {
  const jpeg = found('IMG_1.jpg', 'image/jpeg');
  const png = found('IMG_1.png', 'image/png');
  const twins = findTwins([jpeg, png, found('IMG_2.jpg', 'image/jpeg')]);
  expect(twins.get(jpeg)).toEqual([jpeg, png]);
  expect(twins.get(png)).toEqual([jpeg, png]);
  expect(twins.size).toBe(2);
});
