import { expect, test, vi } from 'vitest';
import { haveSameBytes } from '../../../src/internal/same-bytes.js';
import { findSame } from '../../../src/queue/find-same.js';
import type { QueueItem } from '../../../src/queue/types.js';

function item(id: string, file: Blob, made?: Blob): QueueItem {
  const prepared = made && { blob: made, width: 10, height: 10 };
  return {
    id,
    file,
    name: id,
    detail: 'auto',
    status: 'ready',
    progress: 1,
    previewIsFinal: true,
    prepared,
  } as unknown as QueueItem;
}

test('copies are found among files of one size, and among what was made of others', async () => {
  const items = [
    item('a', new Blob(['one']), new Blob(['made one'])),
    item('b', new Blob(['two']), new Blob(['made two'])),
    item('copy of b', new Blob(['two'])),
    item('b in other bytes', new Blob(['longer']), new Blob(['made two'])),
    item('another copy of b', new Blob(['longer']), new Blob(['made two'])),
  ];
  expect([...((await findSame(items)) ?? [])]).toEqual([
    ['copy of b', 'b'],
    ['b in other bytes', 'b'],
    ['another copy of b', 'b'],
  ]);
});

test('hundreds of images are told apart without reading any of them', async () => {
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
  const items = Array.from({ length: 300 }, (_none, at) =>
    item(`${at}`, new Blob(['x'.repeat(at)])),
  );
  expect((await findSame(items))?.size).toBe(0);
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
});

test('the files of copies that were prepared alike are not read, nor those of images being prepared', async () => {
  const read = vi.spyOn(Blob.prototype, 'slice');
  const bytes = ['a photo'];
  const files = [new Blob(bytes), new Blob(bytes), new Blob(bytes)];
  const items = files.map((file, at) => item(`${at}`, file, new Blob(['made'])));
  const { prepared: _prepared, ...rest } = item('3', new Blob(bytes));
  const found = await findSame([...items, { ...rest, status: 'preparing' }]);
  expect([...(found ?? [])]).toEqual([
    ['1', '0'],
    ['2', '0'],
  ]);
  for (const file of files) expect(read.mock.contexts).not.toContain(file);
  read.mockRestore();
});

test('a copy that was prepared differently is found by its file', async () => {
  const items = [
    item('low', new Blob(['a photo']), new Blob(['small'])),
    item('high', new Blob(['a photo']), new Blob(['larger'])),
  ];
  expect([...((await findSame(items)) ?? [])]).toEqual([['high', 'low']]);
});

test('a search that is no longer wanted ends', async () => {
  const items = [item('a', new Blob(['one'])), item('b', new Blob(['one']))];
  expect(await findSame(items, () => false)).toBeUndefined();
});

test.each([
  { what: 'the first byte', bytes: 1_300_003, at: 0 },
  { what: 'the last byte', bytes: 1_300_003, at: 1_300_002 },
  { what: 'a byte at the start of a part', bytes: 1_300_003, at: 524_288 },
  { what: 'a byte of a small file', bytes: 3, at: 1 },
])('files that differ in $what are not the same', async ({ bytes, at }) => {
  const one = new Uint8Array(bytes).fill(7);
  const other = one.slice();
  expect(await haveSameBytes(new Blob([one]), new Blob([other]))).toBe(true);
  other[at] = 8;
  expect(await haveSameBytes(new Blob([one]), new Blob([other]))).toBe(false);
});
