/** The same three images through every wire format and every official client, over real HTTP. */
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireFormat } from '../../src/wire/types.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { openaiAssistants } from '../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { startDemoServer } from '../helpers/demo-server.js';
import type { DemoServer } from '../helpers/demo-server.js';
import { readFixture } from '../helpers/read-fixture.js';
import { askTwice, connectTo, imageParts, inOrder } from '../helpers/three-images.js';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.close());

const load = (name: string) => Promise.resolve(new Blob([readFixture(name)]));

describe.each(allWireFormats)('three images through $name', (wire) => {
  test('arrive in order, and ride along with the next question', async () => {
    const connection = await connectTo(server.url, wire);
    const [first, second] = await askTwice(connection, await imageParts(connection, load));
    expect(first).toMatch(inOrder);
    expect(first).toContain('It received 3 images');
    expect(second).toContain('3 earlier images again');
  });
});

const openai = () => new OpenAI({ apiKey: 'sk-x', baseURL: `${server.url}/v1`, maxRetries: 0 });

/** What the kit would send, for a client that sends it in its own way. */
async function bodyOf(wire: WireFormat): Promise<unknown> {
  const connection = await connectTo(server.url, wire);
  const images = await imageParts(connection, load);
  const { body } = await wire.buildRequest(
    [{ id: 'u', role: 'user', parts: [...images, { type: 'text', text: 'Compare.' }] }],
    { model: connection.model },
  );
  return JSON.parse(await body.text()) as unknown;
}

describe('three images in a body of the kit, sent by an official client', () => {
  test('openai, Chat Completions', async () => {
    const body = (await bodyOf(openaiChat)) as OpenAI.ChatCompletionCreateParamsStreaming;
    const stream = openai().chat.completions.stream(body);
    expect(await stream.finalContent()).toMatch(inOrder);
  });

  test('openai, Responses', async () => {
    const body = (await bodyOf(openaiResponses)) as OpenAI.Responses.ResponseCreateParamsStreaming;
    const response = await openai().responses.stream(body).finalResponse();
    expect(response.output_text).toMatch(inOrder);
  });

  test('openai, Assistants', async () => {
    const body = await bodyOf(openaiAssistants);
    const stream = openai().beta.threads.createAndRunStream(
      body as OpenAI.Beta.ThreadCreateAndRunParamsStreaming,
    );
    const [message] = await stream.finalMessages();
    expect(message?.content[0]).toMatchObject({
      text: { value: expect.stringMatching(inOrder) as string },
    });
  });

  test('@anthropic-ai/sdk, Messages', async () => {
    const anthropic = new Anthropic({ apiKey: 'sk-ant', baseURL: server.url, maxRetries: 0 });
    const body = (await bodyOf(anthropicMessages)) as Anthropic.MessageCreateParamsStreaming;
    expect(await anthropic.messages.stream(body).finalText()).toMatch(inOrder);
  });

  test('@google/genai, generateContent', async () => {
    const ai = new GoogleGenAI({ apiKey: 'AIza', httpOptions: { baseUrl: server.url } });
    const { contents } = (await bodyOf(geminiGenerate)) as { contents: never };
    const { model } = await connectTo(server.url, geminiGenerate);
    let text = '';
    for await (const chunk of await ai.models.generateContentStream({ model, contents })) {
      text += chunk.text ?? '';
    }
    expect(text).toMatch(inOrder);
  });
});
