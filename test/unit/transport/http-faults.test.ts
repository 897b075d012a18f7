import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { ChatEvent } from '../../../src/wire/types.js';
import { startFaultServer } from '../../helpers/fault-server.js';
import type { FaultServer, FaultStep } from '../../helpers/fault-server.js';

declare const __SHARED_FOLDER__: string;

interface FaultCase {
  id: string;
  steps: FaultStep[];
  expect: {
    outcome: string;
    text?: string;
    tries?: number | string;
    thenOk?: boolean;
    minGapMs?: number;
  };
}

const path = `${__SHARED_FOLDER__}/corpus/text/http-faults.json`;
const isThere = __SHARED_FOLDER__ !== '' && existsSync(path);
const { cases } = isThere
  ? (JSON.parse(readFileSync(path, 'utf8')) as { cases: FaultCase[] })
  : { cases: [] };

/** The corpus's words for how a request can end, as error codes. */
const outcomes: Readonly<Record<string, readonly string[]>> = {
  ok: ['message-end'],
  truncated: ['incomplete'],
  stalled: ['stalled', 'total-timeout'],
  'first-byte-timeout': ['first-byte-timeout'],
  auth: ['key-refused'],
  forbidden: ['forbidden'],
  'not-found': ['not-found'],
  'too-large': ['request-too-large'],
  'bad-request': ['bad-request'],
  'rate-limit': ['rate-limited', 'quota-exceeded'],
  overloaded: ['overloaded'],
  server: ['server-error'],
  'bad-response': ['bad-response'],
  'provider-error': ['provider-error'],
  network: ['unreachable'],
};

const okSteps = cases.find(({ id }) => id === 'ok')?.steps ?? [];

describe.skipIf(!isThere)('every fault of the corpus', () => {
  let server: FaultServer;
  beforeAll(async () => {
    server = await startFaultServer();
  });
  afterAll(() => server.close());

  // A browser alone keeps answers without CORS headers back.
  test.for(cases.filter(({ id }) => id !== 'cors-missing'))(
    '$id',
    async ({ steps, expect: expected }) => {
      server.play(...(expected.thenOk === true ? [steps, okSteps] : [steps]));
      const waitsMs: number[] = [];
      // Only those that are given up are short of time: no other may meet a limit on a busy machine.
      const isSilent = /first-byte-timeout|stalled/.test(expected.outcome);
      const transport = createTransport({
        baseUrl: server.url,
        headers: () => ({ authorization: 'Bearer sk-CANARY-0123456789' }),
        ...(isSilent && { firstByteTimeoutMs: 700, stallTimeoutMs: 700, totalTimeoutMs: 3_000 }),
        sleep: (ms) => {
          waitsMs.push(ms);
          return Promise.resolve();
        },
      });
      const request = await openaiChat.buildRequest(
        [{ id: '1', role: 'user', parts: [{ type: 'text', text: 'Hello' }] }],
        { model: 'm' },
      );
      const events: ChatEvent[] = [];
      for await (const event of openaiChat.readEvents(transport.stream(request)))
        events.push(event);

      const last = events.at(-1);
      const allowed = expected.outcome.split(' or ').flatMap((name) => outcomes[name] ?? []);
      expect(allowed).toContain(last?.type === 'message-fail' ? last.code : last?.type);
      const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
      expect(text).toBe(expected.text ?? '');
      const tries = server.requests.length;
      expect(tries).toBe(typeof expected.tries === 'number' ? expected.tries : tries);
      for (const waitMs of waitsMs) expect(waitMs).toBeGreaterThanOrEqual(expected.minGapMs ?? 0);
      const shown = JSON.stringify(last);
      expect(shown).not.toMatch(/CANARY|<html|<!doctype/i);
    },
  );
});
