/** A conversation can always go on: no server is given what it would refuse now and in every later message. */
import { describe, expect, test } from 'vitest';
import { createBatchFiles } from '../../../src/batch/create-batch-files.js';
import type { ChatMessage, ChatRole, ImagePart, MessagePart } from '../../../src/messages/types.js';
import { imageAt } from '../../../src/wire/image-at.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';

const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUg=='), (char) => char.charCodeAt(0));

const say = (role: ChatRole, ...parts: Array<MessagePart | string>): ChatMessage => ({
  id: `${role}-${JSON.stringify(parts).length}`,
  role,
  parts: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
const imageOf = (wire: WireFormat, id: string, rest: Partial<ImagePart> = {}): ImagePart => ({
  type: 'image',
  id,
  mediaType: 'image/png',
  detail: 'auto',
  data: !wire.bytes
    ? { kind: 'file-id', fileId: `file-${id}` }
    : { kind: 'bytes', bytes: new Blob([PNG, id]) },
  ...rest,
});

async function sent(wire: WireFormat, messages: readonly ChatMessage[]) {
  const { body, warnings } = await wire.buildRequest(messages, { model: 'asst_m' });
  const value = JSON.parse(await body.text()) as Record<string, unknown>;
  const thread = value['thread'] as Record<string, unknown> | undefined;
  const list = (value['messages'] ??
    value['input'] ??
    value['contents'] ??
    thread?.['messages']) as Array<{ role: string }>;
  return {
    list,
    text: JSON.stringify(list),
    roles: list.map(({ role }) => role.replace('model', 'assistant')),
    codes: warnings.map(({ code }) => code),
  };
}

describe.each(allWireFormats)('$name', (wire) => {
  test('joins questions whose answers never came, in their order', async () => {
    const { roles, text } = await sent(wire, [
      say('user', imageOf(wire, 'a'), 'First?'),
      say('assistant', ''),
      say('user', 'Second?'),
      say('assistant', ' \n'),
      say('user', 'Third?'),
    ]);
    expect(roles).toEqual(['user']);
    const places = ['First?', 'Second?', 'Third?'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('joins answers between which a question was deleted', async () => {
    const { roles, text } = await sent(wire, [
      say('user', 'First?'),
      say('assistant', 'One.'),
      say('assistant', 'Two.'),
      say('user', 'Second?'),
    ]);
    expect(roles).toEqual(['user', 'assistant', 'user']);
    expect(text).toMatch(/One\..*Two\./);
  });

  test('begins with the user, and tells it', async () => {
    const { roles, text, codes } = await sent(wire, [
      say('assistant', 'Hello! Drop an image.', imageOf(wire, 'drawn')),
      say('user', 'What is it?'),
    ]);
    expect(roles).toEqual(['user']);
    expect(text).toMatch(/drawn|iVBORw0/);
    expect(codes).toContain('role-changed');
  });

  test('sends no half of a character', async () => {
    const half = 'cat \uD83D';
    const { body } = await wire.buildRequest(
      [say('system', half), say('user', half), say('assistant', half), say('user', `${half} 😀`)],
      { model: 'asst_m', extraBody: { note: half } },
    );
    const text = await body.text();
    expect(text).not.toMatch(/\\ud83d/i);
    expect(text).toContain('😀');
    expect(text).toContain('cat \uFFFD');
  });

  test('sends an image under the label of its bytes', async () => {
    if (!wire.bytes) return;
    const wrong = imageOf(wire, 'a', { mediaType: 'image/jpeg' });
    const url = `data:image/jpeg;base64,${btoa(String.fromCharCode(...PNG))}`;
    const { text } = await sent(wire, [
      say('user', wrong, { ...wrong, id: 'b', data: { kind: 'url', url } }, 'What is it?'),
    ]);
    expect(text).not.toContain('image/jpeg');
    expect(text.match(/iVBORw0/g)).toHaveLength(2);
  });
});

test('a refused image is found where the joined messages have it', () => {
  const image = imageOf(openaiChat, 'b');
  const messages = [say('user', 'First?'), say('user', image, 'Second?')];
  const place = { messageIndex: 0, partIndex: 1 };
  expect(imageAt(place, messages, openaiChat.layout)).toBe(image);
});

test('answers of before go to Responses as plain text', async () => {
  const { list } = await sent(openaiResponses, [
    say('user', 'First?'),
    say('assistant', 'One.'),
    say('user', 'Second?'),
  ]);
  expect(list[1]).toEqual({ role: 'assistant', content: 'One.' });
});

test('ids that a provider refuses stay out of the batch', async () => {
  const ids = ['photo-1', 'photo 2.jpg', 'Straße', 'x'.repeat(65)];
  const requests = ids.map((customId) => ({ customId, messages: [say('user', 'What is it?')] }));
  const options = { model: 'm', wire: anthropicMessages };
  const { files, rejections } = await createBatchFiles(requests, options);
  expect(files.flatMap(({ customIds }) => customIds)).toEqual(['photo-1']);
  expect(rejections.map(({ error }) => error.code)).toEqual(Array(3).fill('invalid-option'));
  const others = await createBatchFiles(requests, { ...options, wire: openaiChat });
  expect(others.rejections).toEqual([]);
});
