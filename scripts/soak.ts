/**
 * `npm run soak`: many streamed answers of every format through the chat store of the built package, from a server on
 * loopback that cuts, breaks off, refuses and recovers. Fails if an answer is wrong, or if memory, timers or connections
 * grow after the first quarter.
 *
 *     npm run soak                            20,000 answers
 *     npm run soak -- --count=2000 --seed=7
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { ChatStore } from '../src/chat/types.js';
import type { WireFormat } from '../src/wire/types.js';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
/** A conversation begins again after this many answers: each sends what came before. */
const ANSWERS_PER_CONVERSATION = 10;
const MAX_HEAP_GROWTH = 1.1;

const faults = [
  ...(['none', 'none', 'none', 'cut', 'reset', 'noise', 'busy-once', 'refused'] as const),
  ...(['stop', 'stop-at-once', 'twice'] as const),
];
type Fault = (typeof faults)[number];

const built = async <Module>(name: string): Promise<Module> =>
  (await import(new URL(`../dist/${name}.js`, import.meta.url).href)) as Module;
const { createChatStore, createTransport } = await built<typeof import('../src/core.js')>('core');
const { createDemoBackend } = await built<typeof import('../src/demo/index.js')>('demo');

const wires = await Promise.all(
  [
    { name: 'openai-chat', path: '/v1', model: 'gpt-4o' },
    { name: 'openai-responses', path: '/v1', model: 'gpt-5.4-mini' },
    { name: 'anthropic-messages', path: '', model: 'claude-sonnet-4-6' },
    { name: 'gemini-generate', path: '', model: 'gemini-3.8-flash' },
    { name: 'ollama-chat', path: '', model: 'qwen3-vl:8b' },
  ].map(async ({ name, ...place }) => {
    const module = await built<Record<string, WireFormat>>(`wire/${name}`);
    const wire = Object.values(module).find((value) => value.name === name);
    if (!wire) throw new Error(`dist/wire/${name}.js exports no format of this name.`);
    return { wire, ...place };
  }),
);

let state = Number(values.seed);
function random(): number {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state / 4_294_967_296;
}
function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** The same words for a number, on both sides. */
function wordsOf(number: number): string {
  const words = ['ä😀', '中文', '"quoted"', '**bold**', '\n\n', '`code`', 'word'];
  const length = 1 + (number % 23);
  return Array.from({ length }, (_, at) => `${words[(number + at) % words.length]}${at}`).join(' ');
}

const backend = createDemoBackend({
  delayMs: 0,
  tokensPerSecond: 0,
  // A question that was stopped before its answer began is sent again, before the next.
  reply: ({ text }) => wordsOf(Number(text.match(/\d+/g)?.at(-1))),
});

const tries = new Map<string, number>();
const server = createServer((request, response) => {
  // A question that was stopped may break off before it has arrived.
  answerOne(request, response).catch(() => response.destroy());
});

async function answerOne(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [fault = 'none', number = ''] = String(request.headers['x-soak']).split(' ');
  tries.set(number, (tries.get(number) ?? 0) + 1);
  if (fault === 'refused') return void response.writeHead(400).end('{"error":{"message":"No."}}');
  if (fault === 'busy-once' && tries.get(number) === 1) return void response.writeHead(503).end();
  const answer = await backend(`http://demo.invalid${request.url}`, {
    method: 'POST',
    headers: new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  await write(response, bytes, fault as Fault);
}

async function write(response: ServerResponse, bytes: Buffer, fault: Fault): Promise<void> {
  const isBroken = fault === 'cut' || fault === 'reset' || fault === 'noise';
  const end = isBroken ? Math.floor(random() * bytes.length) : bytes.length;
  for (let at = 0; at < end && !response.destroyed;) {
    const size = 1 + Math.floor(random() * (random() < 0.2 ? 8 : 2000));
    response.write(bytes.subarray(at, Math.min(end, at + size)));
    at += size;
    if (random() < 0.3) await new Promise((resolve) => setImmediate(resolve));
  }
  if (fault === 'reset') response.destroy();
  else response.end(fault === 'noise' ? '\n\n<html>502</html>\n\n' : '');
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const wrong: string[] = [];
process.on('unhandledRejection', (error) => wrong.push(`An unhandled rejection: ${String(error)}`));
process.on('warning', ({ name, message }) => {
  if (name === 'MaxListenersExceededWarning') wrong.push(message);
});

interface Desk {
  name: string;
  store: ChatStore;
  ask: { fault: Fault; number: number };
}

const desks = wires.map(({ wire, path, model }): Desk => {
  const ask: Desk['ask'] = { fault: 'none', number: 0 };
  const store = createChatStore({
    createTransport: (options) =>
      createTransport({ ...options, sleep: () => Promise.resolve(), allowInsecureKey: true }),
    connection: {
      wire,
      model,
      baseUrl: origin + path,
      headers: () => ({ 'x-soak': `${ask.fault} ${ask.number}` }),
    },
  });
  return { name: wire.name, store, ask };
});

/** A dot, so that requests carry images as well as words. */
const dot = new Blob(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  { type: 'image/png' },
);

async function askOnce({ name, store, ask }: Desk, number: number): Promise<void> {
  const fault = pick(faults);
  Object.assign(ask, { fault, number });
  if (number % ANSWERS_PER_CONVERSATION === 0) store.setEntries(() => []);
  const before = store.getSnapshot().entries.length;
  const images = random() < 0.2 ? [imageOf(number)] : [];
  const sent = store.send({ text: `Question ${number}`, images });
  const second = fault === 'twice' ? store.send({ text: 'Again' }) : undefined;
  if (fault === 'stop-at-once') store.stop();
  if (fault === 'stop') {
    for (let turns = Math.floor(random() * 20); turns > 0; turns -= 1) await immediate();
    store.stop();
  }
  const { accepted } = await sent;
  await settled(store);

  const { entries } = store.getSnapshot();
  const added = entries.length - before;
  const last = added > 0 ? entries.at(-1) : undefined;
  const status = last?.answer?.status;
  const text = (last?.message.parts ?? [])
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('');
  const whole = wordsOf(number);
  const isWhole = accepted && status === 'complete' && text === whole && added === 2;
  const isBeginning = whole.startsWith(text) && (!accepted || added === 2);
  const isRight = {
    none: isWhole,
    twice: isWhole && (await second)?.accepted === false,
    'busy-once': isWhole && tries.get(String(number)) === 2,
    refused: !accepted && added === 0,
    cut: isBeginning && (status !== 'complete' || text === whole),
    reset: isBeginning && (status !== 'complete' || text === whole),
    noise: isBeginning && (status !== 'complete' || text === whole),
    stop: isBeginning,
    'stop-at-once': isBeginning,
  }[fault];
  tries.delete(String(number));
  if (!isRight) {
    wrong.push(`${number} ${name} ${fault}: ${status}, ${added} added, ${JSON.stringify(text)}`);
  }
}

const immediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function imageOf(number: number) {
  const data = { kind: 'bytes', bytes: dot } as const;
  return {
    type: 'image',
    id: `image-${number}`,
    data,
    mediaType: 'image/png',
    detail: 'auto',
    width: 64,
    height: 64,
  } as const;
}

function settled(store: ChatStore): Promise<void> {
  if (store.getSnapshot().status === 'ready') return Promise.resolve();
  return new Promise((resolve) => {
    const leave = store.subscribe(() => {
      if (store.getSnapshot().status !== 'ready') return;
      leave();
      resolve();
    });
  });
}

/** What is left over once nothing is in flight. */
async function leftovers() {
  for (const { store } of desks) store.setEntries(() => []);
  // On a busy machine both sides of a connection take a while to close it.
  for (let round = 0; round < 20 || (round < 200 && countActive('TCPSocketWrap') > 0); round += 1) {
    // Those that are kept open for the next request; one that was stopped is idle a moment later.
    server.closeIdleConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return {
    heapMiB: process.memoryUsage().heapUsed / 1_048_576,
    timers: countActive('Timeout'),
    sockets: countActive('TCPSocketWrap'),
  };
}

const countActive = (kind: string): number =>
  process.getActiveResourcesInfo().filter((name) => name === kind).length;

const startedAt = performance.now();
let number = 0;
async function askUntil(end: number): Promise<void> {
  await Promise.all(
    desks.map(async (desk) => {
      while (number < end) {
        number += 1;
        await askOnce(desk, number);
      }
    }),
  );
}

await askUntil(Math.ceil(count / 4));
const early = await leftovers();
await askUntil(count);
const late = await leftovers();
console.table({ [`after ${Math.ceil(count / 4)} answers`]: early, [`after ${count}`]: late });
console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s, seed ${values.seed}`);
if (late.heapMiB > early.heapMiB * MAX_HEAP_GROWTH) wrong.push('Memory grows.');
if (late.timers > early.timers) wrong.push('Timers are left over.');
if (late.sockets > early.sockets) wrong.push('Connections are left open.');
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${count - wrong.length} of ${count} answers as they should be`);
server.closeAllConnections();
server.close();
process.exitCode = wrong.length > 0 ? 1 : 0;
