import type { RequestPage } from './request-protocol.ts';
import { assemblers } from './requests/assemblers.ts';
import { batch } from './requests/batch.ts';
import { heapGrowth } from './requests/heap.ts';
import { pdf } from './requests/pdf.ts';
import { asResponse, makeAnswer, readers } from './requests/readers.ts';
import { send } from './requests/send.ts';
import { timed } from './stopwatch.ts';

const RANDOM_BYTES_AT_ONCE = 65_536;

function named<T extends { name: string }>(list: readonly T[], name: string): T {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`nothing called ${name}`);
  return found;
}

/** Bytes that no compression of blobs or strings can make small. */
function randomImage(bytes: number): Blob {
  const whole = new Uint8Array(bytes);
  for (let start = 0; start < bytes; start += RANDOM_BYTES_AT_ONCE) {
    crypto.getRandomValues(whole.subarray(start, start + RANDOM_BYTES_AT_ONCE));
  }
  return new Blob([whole], { type: 'image/jpeg' });
}

const photos = (): File[] => [...(document.querySelector<HTMLInputElement>('input')?.files ?? [])];

let answer: Uint8Array<ArrayBuffer> = new Uint8Array();

const page: RequestPage = {
  assemblers: assemblers.map(({ name }) => name),
  readers: readers.map(({ name }) => name),

  async assemble(name, images, bytesEach) {
    const assembler = named(assemblers, name);
    const blobs = Array.from({ length: images }, () => randomImage(bytesEach));
    const { value, ...run } = await timed(() => heapGrowth(() => assembler.assemble(blobs)));
    return { ...run, bodyBytes: value.value.size, heapGrowthBytes: value.bytes };
  },

  async decode(name, bytes, chunkBytes) {
    const reader = named(readers, name);
    if (answer.length < bytes || answer.length > bytes * 2) answer = makeAnswer(bytes);
    const response = asResponse(answer, chunkBytes);
    const start = performance.now();
    const deltas = await reader.read(response);
    return { ms: performance.now() - start, bytes: answer.length, deltas };
  },

  send: () => send(photos()),
  batch: (images) => batch(photos(), images),
  pdf,
};

window.requests = page;
