import { describe, expect, test } from 'vitest';
import { messagesToContinue } from '../../../src/chat/continue-answer.js';
import type { ChatMessage } from '../../../src/messages/types.js';
import { planRequest, type PlanOptions } from '../../../src/request/plan-request.js';
import { createRefits } from '../../../src/request/refit-images.js';
import { answer, ask, anImage } from '../messages/sample-messages.js';
import { createFakePipeline } from '../queue/fake-pipeline.js';

const first = anImage({ id: 'a', name: 'a.jpg', legend: '1: the date' });
const second = anImage({ id: 'b', name: 'b.jpg' });
const conversation = [
  ask(first, second, 'Compare @image1 and @image2'),
  answer('They differ.'),
  ask('Why?'),
];

function textsOf(messages: readonly ChatMessage[]): string[] {
  return messages.flatMap(({ parts }) =>
    parts.map((part) =>
      part.type === 'text' ? part.text : `<${part.type === 'image' ? part.id : part.type}>`,
    ),
  );
}

function plan(messages: readonly ChatMessage[], options: Omit<PlanOptions, 'target'> = {}) {
  return planRequest(messages, { target: { model: 'gpt-4o' }, labels: false, ...options });
}

describe('planRequest', () => {
  test('keeps mentions and legends of older images true to the lines in their place', () => {
    const { messages } = plan(conversation, {
      imageHistory: { keepTurns: 1, older: 'placeholder' },
    });
    expect(textsOf(messages)).toEqual([
      'Image 1:\n1: the date',
      '[image 1: a.jpg, 640×480]',
      'Image 2:',
      '[image 2: b.jpg, 640×480]',
      'Compare Image 1 and Image 2',
      'They differ.',
      'Why?',
    ]);
  });

  test('leaves the numbers of the others as they are when an image is left out', () => {
    const { messages } = plan(conversation, { leftOutIds: new Set(['a']) });
    expect(textsOf(messages).slice(0, 5)).toEqual([
      'Image 1:\n1: the date',
      '[image 1 left out: a.jpg, 640×480]',
      'Image 2:',
      '<b>',
      'Compare Image 1 and Image 2',
    ]);
  });

  test('counts images without a label within a question that labels others', () => {
    const marked = anImage({ id: 'c', name: 'c.jpg', legend: '1: the total' });
    const { messages } = plan(
      [...conversation, answer('So.'), ask(second, marked, first, 'And?')],
      {
        leftOutIds: new Set(['a', 'b', 'c']),
      },
    );
    expect(textsOf(messages).slice(-6)).toEqual([
      '[image 1 left out: b.jpg, 640×480]',
      'Image 2:\n1: the total',
      '[image 2 left out: c.jpg, 640×480]',
      'Image 3:\n1: the date',
      '[image 3 left out: a.jpg, 640×480]',
      'And?',
    ]);
  });

  test('does not count the ask to go on with an answer as a turn', () => {
    const [question, beginning] = conversation;
    const messages = messagesToContinue(
      [question, beginning].flatMap((message) => message ?? []),
      beginning?.id ?? '',
    );
    const planned = plan(messages, { imageHistory: { keepTurns: 1, older: 'placeholder' } });
    expect(textsOf(planned.messages)).toContain('<a>');
    expect(planned.messages.at(-1)).toBe(messages.at(-1));
  });

  test('lets the app make older images smaller', () => {
    const refits = createRefits(createFakePipeline(), { model: 'gpt-4o' });
    const { messages, pending } = plan(conversation, {
      refits,
      imageHistory: { keepTurns: 1, older: 'low', lower: (image) => ({ ...image, width: 64 }) },
    });
    expect(pending).toEqual([]);
    expect(messages[0]?.parts).toContainEqual({ ...first, width: 64 });
  });

  test('expects the size and the price of an older image before it has been made small', async () => {
    const pipeline = createFakePipeline();
    const refits = createRefits(pipeline, { model: 'claude-sonnet-4-5' });
    const large = anImage({ id: 'large', width: 1500, height: 1000 });
    const options: PlanOptions = {
      target: { model: 'claude-sonnet-4-5' },
      refits,
      imageHistory: { keepTurns: 1, older: 'low' },
    };
    const messages = [ask(large, 'What is it?'), answer('A cat.'), ask('Why?')];
    const early = planRequest(messages, options);
    expect(early.pending).toEqual([{ image: large, limits: { detail: 'low' } }]);
    expect(early.messages[0]?.parts).toContainEqual({
      ...large,
      detail: 'low',
      width: 512,
      height: 341,
    });

    const made = refits.make(large, { detail: 'low' });
    pipeline.jobs[0]?.done();
    const { pending, messages: known } = planRequest(messages, options);
    expect(pending).toEqual([{ image: large, limits: { detail: 'low' } }]);
    expect(known).toEqual(early.messages);
    const low = await made;
    expect(planRequest(messages, options)).toMatchObject({ pending: [] });
    expect(planRequest(messages, options).messages[0]?.parts).toContainEqual(low);
  });

  test('says of an image that was made before what people say of it now', async () => {
    const pipeline = createFakePipeline();
    const refits = createRefits(pipeline, { model: 'gpt-4o' });
    const making = refits.make(first, { detail: 'low' });
    pipeline.jobs[0]?.done();
    await making;
    const described = { ...first, alt: 'A receipt' };
    expect(refits.made(described, { detail: 'low' })).toMatchObject({ alt: 'A receipt' });
  });

  test('labels images where they stand, and none twice', () => {
    const mixed = ask('Before', first, 'between @image1', second);
    const { messages } = plan([mixed], { labels: true });
    expect(textsOf(messages)).toEqual([
      'Before',
      'Image 1:\n1: the date',
      '<a>',
      'between Image 1',
      'Image 2:',
      '<b>',
    ]);
    expect(plan(messages, { labels: true }).messages[0]).toEqual(messages[0]);
  });

  test('reports what was fixed, and nothing else, once images are made to fit', async () => {
    const pipeline = createFakePipeline();
    const refits = createRefits(pipeline, { model: 'gpt-4o' });
    const foreign = anImage({ id: 'foreign', mediaType: 'image/avif' });
    const messages = [ask(foreign, 'What is it?')];
    const early = plan(messages, { refits });
    expect(early.problems).toMatchObject([{ code: 'media-type', severity: 'error' }]);
    expect(early.fixed).toEqual([]);
    const making = refits.make(foreign, early.pending[0]?.limits ?? {});
    pipeline.jobs[0]?.done();
    await making;
    expect(plan(messages, { refits })).toMatchObject({
      pending: [],
      problems: [],
      fixed: [{ code: 'media-type', imageId: 'foreign' }],
    });
  });
});
