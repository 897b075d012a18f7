import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { stripMetadata } from '../../../src/formats/strip-metadata.js';
import type { ImageInfo } from '../../../src/formats/types.js';
import { listFixtures, readFixture } from '../../helpers/read-fixture.js';

/** More on demand: FUZZ_RUNS=10000 */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 300);

const families = ['jpg', 'png', 'webp', 'gif', 'bmp', 'avif', 'heic'].map((extension) => ({
  extension,
  files: listFixtures()
    .filter(
      (name) => name.endsWith(`.${extension}`) && !/^(photo|small|empty|text|html)/.test(name),
    )
    .map(readFixture),
}));

type Mutation =
  | { kind: 'set'; at: number; value: number }
  | { kind: 'length'; at: number; value: number }
  | { kind: 'cut'; at: number }
  | { kind: 'remove'; at: number; length: number }
  | { kind: 'repeat'; at: number; length: number };

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** Most of what matters stands near the start. */
const earlyPlace = fc.oneof(
  place,
  place.map((at) => at ** 4),
);
const length = fc.integer({ min: 1, max: 64 });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: earlyPlace,
    value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0xd9, 0xda),
  }),
  fc.record({ kind: fc.constant('set' as const), at: earlyPlace, value: fc.nat(255) }),
  fc.record({
    kind: fc.constant('length' as const),
    at: earlyPlace,
    value: fc.constantFrom(0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('remove' as const),
    at: earlyPlace,
    length,
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: earlyPlace,
    length,
  }),
);

function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array<ArrayBuffer> {
  let changed = [...bytes];
  for (const step of mutations) {
    const at = Math.floor(step.at * changed.length);
    if (step.kind === 'set') changed[at] = step.value;
    else if (step.kind === 'cut') changed = changed.slice(0, at);
    else if (step.kind === 'remove') changed.splice(at, step.length);
    else if (step.kind === 'repeat') changed.splice(at, 0, ...changed.slice(at, at + step.length));
    else
      for (let byte = 0; byte < 4; byte++)
        changed[at + byte] = (step.value >>> (24 - byte * 8)) & 255;
  }
  return new Uint8Array(changed);
}

function readOrRefuse(bytes: Uint8Array): ImageInfo | KitError {
  try {
    return readImageInfoFromBytes(bytes);
  } catch (error) {
    if (KitError.is(error)) return error;
    throw error;
  }
}

/** Where it can be stripped, and what is left can be read. */
function orientationAfterStripping(bytes: Uint8Array, info: ImageInfo): number {
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(info.mediaType)) return info.orientation;
  try {
    return readImageInfoFromBytes(stripMetadata(bytes, info)).orientation;
  } catch (error) {
    if (KitError.is(error)) return info.orientation;
    throw error;
  }
}

describe.each(families)('a mutated $extension file', ({ files }) => {
  test('gives facts that hold together or a typed refusal, and the same from a Blob', async () => {
    const someFile = fc.constantFrom(...files);
    const someMutations = fc.array(mutation, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(someFile, someMutations, async (file, mutations) => {
        const bytes = mutate(file, mutations);
        const outcome = readOrRefuse(bytes);
        const fromBlob = await readImageInfo(new Blob([bytes])).catch((error: unknown) => error);
        expect(JSON.stringify(fromBlob)).toBe(JSON.stringify(outcome));
        if (KitError.is(outcome)) return;
        expect(Number.isInteger(outcome.width) && outcome.width > 0).toBe(true);
        expect(Number.isInteger(outcome.height) && outcome.height > 0).toBe(true);
        expect(outcome.width * outcome.height).toBeLessThanOrEqual(100_000_000);
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(outcome.orientation);
        const { startByte = 0, endByte = 1 } = outcome.thumbnail ?? {};
        expect(startByte < endByte && endByte <= bytes.length).toBe(true);
        expect(orientationAfterStripping(bytes, outcome)).toBe(outcome.orientation);
      }),
      { numRuns },
    );
  }, 600_000);
});
