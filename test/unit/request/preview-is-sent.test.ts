import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatEntry, ChatTrace, Connection, SendInput } from '../../../src/chat/types.js';
import { countMessageImageTokens } from '../../../src/messages/count-tokens.js';
import { estimateRequestTokens } from '../../../src/messages/estimate-tokens.js';
import { requestTotals } from '../../../src/messages/request-totals.js';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import type { PruneOptions } from '../../../src/messages/prune-history.js';
import { findRules } from '../../../src/models/find-rules.js';
import { sendSize } from '../../../src/models/send-size.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { createRequestPreparation } from '../../../src/request/create-request-preparation.js';
import type { RequestPreparation } from '../../../src/request/create-request-preparation.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { prepared } from '../queue/fake-pipeline.js';

interface Settings {
  labels: boolean | 'names';
  altTexts: boolean;
  imageHistory: PruneOptions | undefined;
  system: string | undefined;
  model: string;
  leftOutIds: ReadonlySet<string>;
  uploads: boolean;
  /** Whether a model that reads text only has its images described. */
  describes: boolean;
}

type Question = SendInput & { images: readonly ImagePart[] };
interface Case {
  turns: { question: Question; answer: string }[];
  asked: Question;
  settings: Settings;
  action: 'send' | 'edit' | 'regenerate';
}

/** The demo backend looks at the images, and there are none in these bytes. */
const answerOf = () =>
  new Response(
    'data: {"choices":[{"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    { headers: { 'content-type': 'text/event-stream' } },
  );

const words = fc.constantFrom(
  'Compare',
  '@image1',
  '@image2',
  '@Image3,',
  'me@image1',
  '@image9',
  '"quoted"\n',
  'é😀',
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const image = fc
  .record({
    id: fc.uuid(),
    width: fc.integer({ min: 1, max: 3000 }),
    height: fc.integer({ min: 1, max: 3000 }),
    detail: fc.constantFrom('low' as const, 'high' as const, 'auto' as const),
    name: maybe(fc.constantFrom('a.jpg', 'x]\n[y.png', '')),
    alt: maybe(fc.constantFrom('A receipt', ' ')),
    legend: maybe(fc.constantFrom('1: the date\n2: the total', '')),
    bytes: fc.string({ minLength: 1, maxLength: 50 }),
    mediaType: fc.constantFrom('image/jpeg' as const, 'image/avif' as const),
  })
  .map(({ bytes, name, alt, legend, ...rest }): ImagePart => {
    const blob = new Blob([bytes], { type: rest.mediaType });
    return {
      type: 'image',
      ...rest,
      data: { kind: 'bytes', bytes: blob },
      original: blob,
      ...(name !== undefined && { name }),
      ...(alt !== undefined && { alt }),
      ...(legend !== undefined && { legend }),
    };
  });
const question = fc
  .record({
    text: fc.array(words, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
    images: fc.array(image, { maxLength: 3 }),
  })
  .map((asked): Question => asked);
const pruning = fc.record({
  keepTurns: fc.integer({ min: 1, max: 3 }),
  older: fc.constantFrom('placeholder' as const, 'low' as const),
});
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    turns: fc.array(fc.record({ question, answer: fc.constantFrom('Yes.', '') }), {
      maxLength: 4,
    }),
    asked: question,
    action: fc.constantFrom('send' as const, 'edit' as const, 'regenerate' as const),
    labels: fc.constantFrom(false, true, 'names' as const),
    altTexts: fc.boolean(),
    system: fc.constantFrom(undefined, '', ' ', 'Be short.'),
    sighted: fc.constantFrom('gpt-4o', 'claude-sonnet-4-5', 'gemini-2.5-flash'),
    pruning: maybe(pruning),
    stepTurns: maybe(fc.integer({ min: 1, max: 2 })),
    uploads: fc.boolean(),
    describes: fc.boolean(),
    leavesOut: fc.func(fc.integer({ min: 0, max: 3 }).map((share) => share === 0)),
  })
  .map((drawn): Case => {
    const {
      turns,
      asked,
      action,
      leavesOut,
      pruning: pruned,
      stepTurns,
      sighted,
      ...settings
    } = drawn;
    const ids = turns.flatMap((turn) => turn.question.images.map(({ id }) => id));
    return {
      turns,
      asked,
      action,
      settings: {
        ...settings,
        model: settings.describes ? 'gpt-3.5-turbo' : sighted,
        imageHistory: pruned && { ...pruned, ...(stepTurns !== undefined && { stepTurns }) },
        leftOutIds: new Set(ids.filter(leavesOut)),
      },
    };
  });

function entriesOf(id: string, { text, images }: Question, answer: string): ChatEntry[] {
  return [
    { message: { id, role: 'user', parts: [...images, { type: 'text', text }] } },
    {
      message: {
        id: `${id}-answer`,
        role: 'assistant',
        parts: answer === '' ? [] : [{ type: 'text', text: answer }],
      },
      answer: { status: answer === '' ? 'failed' : 'complete', startedAtMs: 0 },
    },
  ];
}

/** Makes images as large as the model wants them, of bytes that say how they were made. */
const pipeline: Pipeline = {
  async prepare(source, { detail = 'auto', rules = findRules(''), maxSidePx } = {}) {
    const given = { width: 1600, height: 1200 };
    const size = sendSize(given, rules, detail, maxSidePx === undefined ? {} : { maxSidePx });
    const bytes = `${await source.text()} ${size.width}`;
    return { ...prepared(bytes, { detail }), ...size };
  },
  dispose() {},
};

const bodies: string[] = [];
const connectionTo = (model: string): Connection => ({
  baseUrl: 'https://demo.example/v1',
  wire: openaiChat,
  model,
  apiKey: () => 'demo',
  maxRetries: 0,
  async fetch(input, init) {
    bodies.push(await new Request(input, init).text());
    return answerOf();
  },
});

const before = ({ turns }: Case): ChatEntry[] =>
  turns.flatMap((turn, index) => entriesOf(`turn-${index}`, turn.question, turn.answer));

/** What a chat store sends of it. */
async function sent(asked: Case, preparation: RequestPreparation, connection: Connection) {
  const { settings, action } = asked;
  const traces: ChatTrace[] = [];
  const last = action === 'send' ? [] : entriesOf('last', asked.asked, 'Old');
  const store = createChatStore({
    ...preparation,
    connection,
    createTransport,
    system: settings.system,
    initialEntries: [...before(asked), ...last],
    onTrace: (trace) => traces.push(trace),
  });
  const outcome = await {
    send: () => store.send(asked.asked),
    edit: () => store.edit('last', asked.asked),
    regenerate: () => store.regenerate(),
  }[action]();
  expect(outcome).toEqual({ accepted: true });
  store.stop();
  const trace = traces.find(({ type }) => type === 'request');
  return { messages: trace?.type === 'request' ? trace.messages : [], body: bodies.pop() };
}

/** Without the ids of messages, which the new one gets when it is sent. */
const partsOf = (messages: readonly ChatMessage[]) =>
  messages.map(({ role, parts }) => ({ role, parts }));

/** Texts, and images by their ids: all that can be known of images that are not made or uploaded yet. */
const wordsOf = (messages: readonly ChatMessage[]) =>
  messages.map(({ role, parts }) => [
    role,
    ...parts.map((part) =>
      part.type === 'text' ? withoutDescription(part.text) : 'id' in part && part.id,
    ),
  ]);

/** What is known of an image before it is described: its number and its facts. */
const withoutDescription = (text: string) =>
  text
    .replace(/, described by another model(.*?)\]\n.*\n\[end of image \d+\]$/, '$1]')
    .replace(', will be described', '');

/** Whether an image has to be converted first. */
const hasForeignImage = (messages: readonly ChatMessage[]) =>
  messages.some(({ parts }) =>
    parts.some((part) => part.type === 'image' && part.mediaType !== 'image/jpeg'),
  );

async function bodyOf(messages: readonly ChatMessage[], model: string): Promise<string> {
  const { body } = await openaiChat.buildRequest(messages, { model });
  return new Response(body).text();
}

describe('what is previewed', () => {
  test('is what is sent: messages, body, tokens and bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (asked) => {
        const { model, uploads, describes, system, imageHistory, ...settings } = asked.settings;
        const rules = findRules(model);
        const connection = connectionTo(model);
        let lastFile = 0;
        const preparation = createRequestPreparation({
          connection,
          pipeline,
          ...settings,
          ...(imageHistory && { imageHistory }),
          ...(describes && {
            describeImages: async (images) => images.map(({ id }) => `It shows ${id}.`),
          }),
          ...(uploads && {
            upload: async () => ({ kind: 'url', url: `https://files.example/${(lastFile += 1)}` }),
          }),
        });
        const history = before(asked).flatMap(({ message }) =>
          message.parts.length > 0 ? message : [],
        );
        const preview = () =>
          preparation.preview({ ...asked.asked, history, ...(system !== undefined && { system }) });

        const early = preview();
        const first = await sent(asked, preparation, connection);
        const isKnown =
          !uploads &&
          !describes &&
          imageHistory?.older !== 'low' &&
          !hasForeignImage(early.messages);
        const compared = isKnown ? partsOf : wordsOf;
        expect(compared(early.messages)).toEqual(compared(first.messages));

        const known = preview();
        expect(known).not.toHaveProperty('undescribedIds');
        expect(describes && first.body?.includes('image_url')).toBe(false);
        const second = await sent(asked, preparation, connection);
        expect(second.body).toBe(first.body);
        expect(partsOf(known.messages)).toEqual(partsOf(second.messages));
        expect(await bodyOf(known.messages, model)).toBe(second.body);
        expect(known.requestImageTokens).toBe(countMessageImageTokens(second.messages, rules));
        expect(known.totals).toEqual(requestTotals(second.messages, rules));
        expect(known.totals?.tokens.value).toBe(
          estimateRequestTokens(second.messages, rules).tokens,
        );
      }),
      { numRuns: 150 },
    );
  }, 180_000);
});
