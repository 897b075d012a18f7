/** What a request leaves out, because its format cannot carry it, is named in a warning. */
import { describe, expect, test } from 'vitest';
import type {
  ChatMessage,
  ImagePart,
  MessagePart,
  ToolCallPart,
} from '../../../src/messages/types.js';
import { aiSdkUi } from '../../../src/wire/ai-sdk-ui/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat, WireOptions } from '../../../src/wire/types.js';
import { withTextFiles } from '../../../src/wire/with-text-files.js';

const uploaded: ImagePart = {
  type: 'image',
  id: 'i',
  data: { kind: 'file-id', fileId: 'file-1' },
  mediaType: 'image/png',
  detail: 'auto',
};
const drawn: ImagePart = { ...uploaded, data: { kind: 'bytes', bytes: new Blob(['PNG']) } };
const hello: MessagePart = { type: 'text', text: 'Hello' };

const say = (role: ChatMessage['role'], ...parts: MessagePart[]): ChatMessage => ({
  id: role,
  role,
  parts,
});

async function built(
  wire: WireFormat,
  messages: readonly ChatMessage[],
  options: Partial<WireOptions> = {},
) {
  const { body, warnings } = await wire.buildRequest(messages, { model: 'm', ...options });
  return { body: JSON.parse(await body.text()) as Record<string, unknown>, warnings };
}

describe('an uploaded image, to an endpoint without uploads,', () => {
  test('is left out beside text', async () => {
    const { body, warnings } = await built(openaiChat, [say('user', uploaded, hello)]);
    expect(JSON.stringify(body)).not.toContain('image_url');
    expect(warnings).toEqual([
      {
        code: 'image-dropped',
        message: expect.stringContaining('does not accept ids of uploaded images') as string,
        imageId: 'i',
      },
    ]);
  });

  test('alone is refused, with the reason', async () => {
    await expect(built(openaiChat, [say('user', uploaded)])).rejects.toMatchObject({
      code: 'unsupported-by-wire',
      message: expect.stringContaining('does not accept ids of uploaded images') as string,
    });
  });
});

test('an image of the last answer has no question to go with', async () => {
  const { body, warnings } = await built(openaiChat, [
    say('user', hello),
    say('assistant', hello, drawn),
  ]);
  expect(JSON.stringify(body)).not.toContain('image_url');
  expect(warnings).toContainEqual({
    code: 'image-dropped',
    message: expect.stringContaining('no user message follows') as string,
    imageId: 'i',
  });
});

test('work in the background needs a stream', async () => {
  const background = { background: true };
  const whole = await built(openaiResponses, [say('user', hello)], {
    ...background,
    stream: false,
  });
  expect(whole.body).toMatchObject({ stream: false, store: false });
  expect(whole.body).not.toHaveProperty('background');
  expect(whole.warnings).toMatchObject([
    { code: 'option-dropped', message: expect.stringContaining('“background”') as string },
  ]);
  const streamed = await built(openaiResponses, [say('user', hello)], background);
  expect(streamed.body).toMatchObject({ stream: true, store: true, background: true });
  expect(streamed.warnings).toEqual([]);
});

test('a run without an assistant is refused, and says what to name', async () => {
  await expect(built(openaiAssistants, [say('user', hello)])).rejects.toMatchObject({
    code: 'invalid-option',
    message: expect.stringContaining('asst_') as string,
  });
});

async function words(url: string): Promise<unknown> {
  const data = { kind: 'url', url } as const;
  const file = { type: 'file', id: 'f', mediaType: 'text/csv', name: 'prices.csv', data } as const;
  const [message] = await withTextFiles([{ id: 'q', role: 'user', parts: [file] }]);
  return message?.parts[0];
}

describe('a text file in a data URL', () => {
  test('is read', async () => {
    expect(await words('data:text/csv,Rye%3B3.90')).toEqual({
      type: 'text',
      text: 'File “prices.csv”:\n\n```\nRye;3.90\n```',
    });
  });

  test('stays a file where it cannot be read', async () => {
    expect(await words('data:text/csv;base64,%%%')).toMatchObject({ type: 'file', id: 'f' });
  });
});

test.each([
  ['{"room":1}', '', { room: 1 }, 'The tool failed.'],
  ['of no JSON', 'No such room.', 'of no JSON', 'No such room.'],
])(
  'a tool that failed, called with %s and ending with “%s”',
  async (given, result, input, said) => {
    const call: ToolCallPart = {
      type: 'tool-call',
      id: 't',
      name: 'look',
      arguments: given,
      state: 'failed',
      result,
    };
    const { body } = await built(aiSdkUi, [
      say('user', hello),
      say('assistant', call, { type: 'text', text: 'It failed.' }),
      say('user', hello),
    ]);
    const steps = (body['messages'] as Array<{ parts: object[] }>).flatMap(({ parts }) => parts);
    expect(steps).toContainEqual(
      expect.objectContaining({ type: 'tool-look', input, state: 'output-error', errorText: said }),
    );
  },
);
