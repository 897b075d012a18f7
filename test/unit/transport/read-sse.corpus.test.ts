import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSse } from '../../../src/transport/read-sse.js';
import type { SseEvent } from '../../../src/transport/read-sse.js';
import { collect, concat, everyCut, randomCuts, streamOf } from '../../helpers/byte-streams.js';

declare const __SHARED_FOLDER__: string;

interface SseCase {
  name: string;
  chunks: string[];
  expected: SseEvent[];
}

const path = `${__SHARED_FOLDER__}/corpus/sse/sse-cases.json`;
const isThere = __SHARED_FOLDER__ !== '' && existsSync(path);
const cases = isThere ? (JSON.parse(readFileSync(path, 'utf8')) as SseCase[]) : [];

describe.skipIf(!isThere)('every event stream of the corpus', () => {
  test.for(cases)('$name', async ({ chunks, expected }) => {
    const given = chunks.map((chunk) => new Uint8Array(Buffer.from(chunk, 'base64')));
    const whole = concat(given);
    expect(await read(given)).toEqual(expected);
    expect(await read([whole])).toEqual(expected);
    for (const cut of everyCut(whole)) expect(await read(cut)).toEqual(expected);
    for (const cut of randomCuts(whole, 100)) expect(await read(cut)).toEqual(expected);
  });
});

function read(chunks: readonly Uint8Array[]): Promise<SseEvent[]> {
  return collect(readSse(streamOf(chunks)));
}
