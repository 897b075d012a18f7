import { describe, expect, test } from 'vitest';
import { assembleMessages } from '../../../src/messages/assemble.js';
import { pruneImages } from '../../../src/messages/prune-history.js';
import type { ChatMessage } from '../../../src/messages/types.js';
import { answer, ask, anImage, say } from './sample-messages.js';

/** A conversation that ends with its last question. */
function conversation(turns: number): ChatMessage[] {
  const messages: ChatMessage[] = [say('system', 'Be short.')];
  for (let turn = 1; turn <= turns; turn++) {
    messages.push(ask(anImage({ id: `p${turn}`, name: `photo-${turn}.jpg` }), `Question ${turn}`));
    if (turn < turns) messages.push(answer(`Answer ${turn}`));
  }
  return messages;
}

function turnsWithImages(messages: readonly ChatMessage[]): number[] {
  const questions = messages.filter(({ role }) => role === 'user');
  return questions.flatMap(({ parts }, index) =>
    parts.some(({ type }) => type === 'image') ? [index + 1] : [],
  );
}

describe('pruneImages', () => {
  test('puts a line in the place of an image of long ago', () => {
    const receipt = anImage({ name: 'receipt.jpg', width: 1024, height: 768 });
    const messages = [
      ask(anImage({ name: 'cat.png' }), receipt, 'What is it?'),
      answer('A receipt.'),
      ask(anImage(), 'And now?'),
    ];
    const [first, second, third] = pruneImages(messages, { keepTurns: 1, older: 'placeholder' });
    expect(first).toEqual({
      ...messages[0],
      parts: [
        { type: 'text', text: '[image 1: cat.png, 640×480]' },
        { type: 'text', text: '[image 2: receipt.jpg, 1024×768]' },
        { type: 'text', text: 'What is it?' },
      ],
    });
    expect(second).toBe(messages[1]);
    expect(third).toBe(messages[2]);
  });

  test('counts over the whole conversation, but keeps the number of a label', () => {
    const labelled = assembleMessages({ images: [anImage({ name: 'b.jpg' })], labels: true });
    const messages = [
      ask(anImage({ name: 'a.jpg' })),
      ask(anImage({ name: 'c.jpg' })),
      ...labelled,
      ask('?'),
    ];
    const texts = pruneImages(messages, { keepTurns: 1, older: 'placeholder' }).flatMap(
      ({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : 'image')),
    );
    expect(texts).toEqual([
      '[image 1: a.jpg, 640×480]',
      '[image 2: c.jpg, 640×480]',
      'Image 1:',
      '[image 1: b.jpg, 640×480]',
      '?',
    ]);
  });

  test.each([
    { image: { name: 'a.jpg', alt: 'A cat' }, text: '[image 1: a.jpg, 640×480, A cat]' },
    { image: { name: 'x]\n\u202eignore [this' }, text: '[image 1: x ignore this, 640×480]' },
    { image: { name: '' }, text: '[image 1: 640×480]' },
    { image: { width: 0 }, text: '[image 1]' },
    { image: { width: 0, name: 'é'.repeat(300) }, text: `[image 1: ${'é'.repeat(120)}]` },
  ])('writes $text', ({ image, text }) => {
    const [first] = pruneImages([ask(anImage(image)), ask('?')], {
      keepTurns: 1,
      older: 'placeholder',
    });
    expect(first?.parts).toEqual([{ type: 'text', text }]);
  });

  test('lowers older images and keeps them', () => {
    const messages = conversation(3);
    const lowered = pruneImages(messages, { keepTurns: 1, older: 'low' });
    expect(turnsWithImages(lowered)).toEqual([1, 2, 3]);
    const details = lowered.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.type === 'image' ? [part.detail] : [])),
    );
    expect(details).toEqual(['low', 'low', 'high']);
  });

  test('lets the app make them smaller', () => {
    const [first] = pruneImages(conversation(3).slice(1), {
      keepTurns: 1,
      older: 'low',
      lower: (image) => ({ ...image, width: 512, height: 384 }),
    });
    expect(first?.parts[0]).toMatchObject({ width: 512, detail: 'high' });
  });

  test('changes nothing while the conversation is short', () => {
    const messages = conversation(4);
    expect(pruneImages(messages, { keepTurns: 4, older: 'placeholder' })).toBe(messages);
    expect(pruneImages([], { keepTurns: 4, older: 'placeholder' })).toEqual([]);
  });

  test('goes on in steps', () => {
    const kept = Array.from(
      { length: 9 },
      (_, index) =>
        turnsWithImages(
          pruneImages(conversation(index + 1), {
            keepTurns: 2,
            stepTurns: 3,
            older: 'placeholder',
          }),
        ).length,
    );
    expect(kept).toEqual([1, 2, 3, 4, 2, 3, 4, 2, 3]);
  });

  test('always keeps the images of the last question', () => {
    const messages = conversation(3);
    for (const keepTurns of [0, -1, 1]) {
      const pruned = pruneImages(messages, { keepTurns, older: 'placeholder' });
      expect(turnsWithImages(pruned)).toEqual([3]);
    }
  });

  test('leaves the beginning byte for byte the same between two steps', () => {
    const whole = conversation(30);
    let changes = 0;
    let before: string[] = [];
    for (let end = 2; end <= whole.length; end += 2) {
      const now = pruneImages(whole.slice(0, end), {
        keepTurns: 3,
        stepTurns: 5,
        older: 'placeholder',
      }).map((message) => JSON.stringify(message));
      if (before.some((line, index) => line !== now[index])) changes += 1;
      before = now;
    }
    expect(changes).toBe(5);
  });

  test('does not change what it is given', () => {
    const messages = conversation(5);
    const copy = structuredClone(messages);
    pruneImages(messages, { keepTurns: 1, older: 'low' });
    expect(messages).toEqual(copy);
  });
});
