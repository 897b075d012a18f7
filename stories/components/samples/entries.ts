import type { AnswerStatus, ChatEntry } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import { imagePart } from './images.js';
import type { SampleFiles } from './load-files.js';

export function question(id: string, text: string, files: readonly File[] = []): ChatEntry {
  return {
    message: {
      id,
      role: 'user',
      parts: [
        ...files.map((file) => ({ ...imagePart(file), id: `${id}-${file.name}` })),
        ...(text === '' ? [] : [{ type: 'text' as const, text }]),
      ],
    },
  };
}

export function answer(
  id: string,
  text: string,
  facts: Partial<NonNullable<ChatEntry['answer']>> & { status?: AnswerStatus } = {},
): ChatEntry {
  return {
    message: { id, role: 'assistant', parts: text === '' ? [] : [{ type: 'text', text }] },
    answer: {
      status: 'complete',
      inputTokens: 2100,
      outputTokens: 210,
      startedAtMs: 0,
      endedAtMs: 4100,
      ...facts,
    },
  };
}

/** An answer with images that the model made. */
export function answerWith(id: string, text: string, files: readonly File[]): ChatEntry {
  const entry = answer(id, text);
  const images = files.map((file) => ({ ...imagePart(file), id: `${id}-${file.name}` }));
  return { ...entry, message: { ...entry.message, parts: [...entry.message.parts, ...images] } };
}

/** An answer with all that can stand beside its text. */
export function answerParts(): ChatEntry {
  const entry = answer('a-parts', '');
  return {
    ...entry,
    message: {
      ...entry.message,
      parts: [
        {
          type: 'reasoning',
          text: '',
          summary: 'The receipt says 3.90 EUR. I look up what rye bread costs elsewhere.',
          startedAtMs: 0,
          durationMs: 6000,
        },
        {
          type: 'tool-call',
          id: 'search',
          name: 'web_search',
          arguments: '{"query":"price of rye bread"}',
          state: 'done',
          result: 'https://bread.example/prices',
        },
        {
          type: 'tool-call',
          id: 'remember',
          name: 'remember_price',
          arguments: '{"item":"rye bread","price":3.9}',
          state: 'called',
        },
        {
          type: 'text',
          text: 'No: the list has it at 4.10 EUR, and the average is about 4 EUR.',
        },
        {
          type: 'source',
          url: 'https://bread.example/prices',
          title: 'Prices of bread',
          ranges: [{ start: 38, end: 63 }],
        },
        { type: 'source', url: 'https://statistics.example/food/2026', ranges: [] },
        { type: 'source', title: 'price list.pdf', ranges: [{ start: 4, end: 33 }] },
      ],
    },
  };
}

/** An answer whose tool returned images. */
export function toolWithImages(files: readonly File[]): ChatEntry {
  const { message, ...entry } = answer('a-tool', '');
  return {
    ...entry,
    message: {
      ...message,
      parts: [
        {
          type: 'tool-call',
          id: 'look',
          name: 'look_into_room',
          arguments: '{"room":"blue"}',
          state: 'done',
          result: 'Two cameras',
        },
        ...files.map((file) => ({ ...imagePart(file), id: file.name, toolCallId: 'look' })),
        { type: 'text', text: 'Yes: fruit, on two tables.' },
      ],
    },
  };
}

export const threeFindings = `Only Image 2 was taken outdoors. Three things give it away:

1. **Light.** It comes from one side and from far away; in Image 1 it comes from above.
2. **Sky.** The upper half has no wall behind it.
3. **Shadows.** They are long, and all fall the same way.`;

export const englishConversation = {
  outdoors: 'Which of these was taken outdoors, and what gives it away?',
  findings: threeFindings,
  bread: 'And what did the rye bread cost?',
  price: 'The rye bread on Image 3 cost **3.90 EUR**. The whole receipt',
};

/** Two turns, and a third whose answer is still coming. */
export function conversation(
  { stillLife, tower, receipt }: SampleFiles,
  texts: typeof englishConversation = englishConversation,
): ChatEntry[] {
  return [
    question('q1', texts.outdoors, [stillLife, tower, receipt]),
    answer('a1', texts.findings),
    question('q2', texts.bread),
    answer('a2', texts.price, { status: 'streaming' }),
  ];
}

export const failures = {
  rateLimited: new KitError('rate-limited', {
    message: 'The provider asks to wait: too many requests in one minute. Try again in 20 seconds.',
    facts: { retryAfterMs: 20_000, retryable: true },
  }),
  timeout: new KitError('decode-timeout', {
    message: 'This image took longer than 10 seconds to read. Try again.',
  }),
  truncated: new KitError('truncated', {
    message:
      'This file is cut short: part of the image is missing. Save it again and add it again.',
  }),
  tooManyPixels: new KitError('too-many-pixels', {
    message: 'This image has more pixels than can be opened here. Make it smaller first.',
  }),
};
