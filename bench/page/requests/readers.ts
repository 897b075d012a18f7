import { jsonSchema, parseJsonEventStream } from 'ai';
import { OpenAI } from 'openai';
import { createTransport } from '../../../src/transport/create-transport.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';

interface Chunk {
  choices: { delta: { content?: string } }[];
}

export interface Reader {
  name: string;
  /** How many pieces of text come out of a response. */
  read(response: Response): Promise<number>;
}

/** With time limits, typed errors and the meaning of each event, as the chat uses it. */
const kit: Reader = {
  name: 'image-chat-kit',
  async read(response) {
    const transport = createTransport({
      baseUrl: 'https://bench.invalid/v1',
      fetch: () => Promise.resolve(response),
    });
    const events = transport.stream({ path: '/chat/completions', body: '{}' });
    let deltas = 0;
    for await (const event of openaiChat.readEvents(events)) {
      if (event.type === 'text-delta') deltas += 1;
    }
    return deltas;
  },
};

const openai: Reader = {
  name: 'openai',
  async read(response) {
    const client = new OpenAI({
      apiKey: 'none',
      dangerouslyAllowBrowser: true,
      fetch: () => Promise.resolve(response),
    });
    const messages = [{ role: 'user' as const, content: 'Hi' }];
    const chunks = await client.chat.completions.create({
      model: 'gpt-4o',
      messages,
      stream: true,
    });
    let deltas = 0;
    for await (const { choices } of chunks) if (choices[0]?.delta.content) deltas += 1;
    return deltas;
  },
};

/** Its parser alone: what its providers put on top is not counted. */
const ai: Reader = {
  name: 'ai (parseJsonEventStream)',
  async read({ body }) {
    if (!body) throw new Error('no body');
    const parsed = parseJsonEventStream({
      stream: body,
      schema: jsonSchema<Chunk>({}),
    }).getReader();
    let deltas = 0;
    for (;;) {
      const { done, value } = await parsed.read();
      if (done) return deltas;
      if (value.success && value.value.choices[0]?.delta.content) deltas += 1;
    }
  },
};

export const readers: readonly Reader[] = [kit, openai, ai];

const WORDS = [
  'The',
  ' image',
  ' shows',
  ' a',
  ' tower',
  ' of',
  ' sandstone',
  ',',
  ' lit',
  ' at dusk',
];

const event = (delta: object, reason: string | null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion.chunk',
    created: 1_767_225_600,
    model: 'gpt-4o',
    choices: [{ index: 0, delta, finish_reason: reason }],
    usage: null,
  })}\n\n`;

/** A streamed answer as Chat Completions sends it, about so long. */
export function makeAnswer(bytes: number): Uint8Array<ArrayBuffer> {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < bytes; index += 1) {
    const piece = event({ content: WORDS[index % WORDS.length] }, null);
    pieces.push(piece);
    length += piece.length;
  }
  return new TextEncoder().encode(`${pieces.join('')}${event({}, 'stop')}data: [DONE]\n\n`);
}

export function asResponse(bytes: Uint8Array<ArrayBuffer>, chunkBytes: number): Response {
  let start = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(start, start + chunkBytes));
      start += chunkBytes;
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
