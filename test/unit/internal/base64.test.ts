import { expect, test } from 'vitest';
import { base64Length, blobToBase64Parts, bytesToBase64 } from '../../../src/internal/base64.js';

test.each([0, 1, 2, 3, 4, 5, 255, 256, 1_000, 100_001])(
  '%i bytes become the base64 of everyone',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 255);
    const base64 = bytesToBase64(bytes);
    expect(base64).toBe(Buffer.from(bytes).toString('base64'));
    expect(base64).toHaveLength(base64Length(length));
  },
);

test('a Blob of several slices becomes one base64, without padding in its middle', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const blob = new Blob([...Array<Uint8Array<ArrayBuffer>>(30).fill(bytes), 'end']);
  const parts = await blobToBase64Parts(blob);
  expect(parts.length).toBeGreaterThan(2);
  expect(await new Blob(parts).text()).toBe(
    Buffer.from(await blob.arrayBuffer()).toString('base64'),
  );
});

test('nothing is read once it was stopped', async () => {
  await expect(blobToBase64Parts(new Blob(['a']), AbortSignal.abort())).rejects.toMatchObject({
    code: 'aborted',
  });
});
