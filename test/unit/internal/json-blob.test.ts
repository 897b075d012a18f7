import { expect, test } from 'vitest';
import { Base64Slot, jsonBlob } from '../../../src/internal/json-blob.js';

test('images of all sizes stand where their places are, as JSON.stringify would have it', async () => {
  const images = [900_001, 3, 400_000, 0, 393_216, 1].map((length, index) =>
    Uint8Array.from({ length }, (_, at) => (at * (index + 3)) & 255),
  );
  const value = (of: (bytes: Uint8Array<ArrayBuffer>) => unknown) => ({
    model: 'm"\n',
    nothing: undefined,
    images: images.map((bytes, index) => ({ index, url: of(bytes), list: [undefined, null] })),
  });
  const blob = await jsonBlob(
    value((bytes) => new Base64Slot('data:x;base64,', new Blob([bytes]))),
  );
  expect(blob.type).toBe('application/json');
  expect(await blob.text()).toBe(
    JSON.stringify(value((bytes) => `data:x;base64,${Buffer.from(bytes).toString('base64')}`)),
  );
});
