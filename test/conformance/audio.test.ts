/** A recording as each format sends it, byte for byte, and as the providers' own clients send it. */
import { GoogleGenAI } from '@google/genai';
import { convertToModelMessages, type UIMessage } from 'ai';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../src/messages/check-request.js';
import type { ChatMessage, Problem } from '../../src/messages/types.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import type { WireFormat } from '../../src/wire/types.js';
import { wireNamed } from '../helpers/all-wire-formats.js';
import { toneWav } from '../helpers/make-audio.js';

const QUESTION = 'What is said?';
const wav = toneWav();
const base64 = Buffer.from(wav).toString('base64');

const ask = (mediaType: string, name = 'voice'): ChatMessage[] => [
  {
    id: 'q',
    role: 'user',
    parts: [
      {
        type: 'file',
        id: 'f',
        name,
        mediaType,
        data: { kind: 'bytes', bytes: new Blob([wav], { type: mediaType }) },
      },
      { type: 'text', text: QUESTION },
    ],
  },
];

async function bodyOf(wire: WireFormat, mediaType: string, more: { stream?: boolean } = {}) {
  const { body, warnings } = await wire.buildRequest(ask(mediaType), { model: 'm', ...more });
  expect(warnings).toEqual([]);
  return JSON.parse(await body.text());
}

/** Keeps the body that a provider's client sends. */
function keepingFetch(answer: object) {
  const bodies: unknown[] = [];
  return {
    bodies,
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      bodies.push(await new Request(input, init).json());
      return Response.json(answer);
    },
  };
}

describe('openai-chat', () => {
  test.each([
    { mediaType: 'audio/wav', format: 'wav' },
    { mediaType: 'audio/x-wav', format: 'wav' },
    { mediaType: 'audio/mpeg', format: 'mp3' },
    { mediaType: 'audio/mp3', format: 'mp3' },
  ] as const)('$mediaType is sent as the official client sends it', async (one) => {
    const { bodies, fetch } = keepingFetch({ choices: [] });
    await new OpenAI({
      apiKey: 'sk-x',
      baseURL: 'https://api.example/v1',
      fetch,
    }).chat.completions.create({
      model: 'm',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'input_audio', input_audio: { data: base64, format: one.format } },
            { type: 'text', text: QUESTION },
          ],
        },
      ],
      stream: false,
    });
    expect(await bodyOf(openaiChat, one.mediaType, { stream: false })).toEqual(bodies[0]);
  });
});

describe('gemini-generate', () => {
  test.each(['audio/wav', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm'])(
    '%s is sent as the official client sends it',
    async (mimeType) => {
      const { bodies, fetch } = keepingFetch({ candidates: [] });
      await new GoogleGenAI({
        apiKey: 'x',
        httpOptions: { baseUrl: 'https://api.example', fetch },
      }).models.generateContent({
        model: 'm',
        contents: [
          { role: 'user', parts: [{ inlineData: { mimeType, data: base64 } }, { text: QUESTION }] },
        ],
      });
      expect(await bodyOf(geminiGenerate, mimeType)).toMatchObject(bodies[0] as object);
    },
  );
});

test.each(['audio/wav', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm'])(
  'ai-sdk-ui: %s reaches the model of a route of the AI SDK',
  async (mediaType) => {
    const { messages } = (await bodyOf(aiSdkUi, mediaType)) as { messages: UIMessage[] };
    expect(messages[0]?.parts[0]).toEqual({
      type: 'file',
      mediaType,
      filename: 'voice',
      url: `data:${mediaType};base64,${base64}`,
    });
    const [message] = await convertToModelMessages(messages);
    expect(message?.content).toMatchObject([{ type: 'file', mediaType }, { type: 'text' }]);
  },
);

const problemsOf = (wire: WireFormat, mediaType: string): Problem[] =>
  checkRequest(ask(mediaType, 'voice.m4a'), { model: 'gpt-4o', wire });

describe('what a format does not take is said before it is sent', () => {
  test.each(['openai-responses', 'openai-assistants', 'anthropic-messages', 'ollama-chat'])(
    '%s takes no audio',
    async (name) => {
      const wire = wireNamed(name);
      expect(problemsOf(wire, 'audio/wav')).toEqual([
        {
          code: 'file-not-taken',
          severity: 'error',
          message:
            'The file “voice.m4a” (audio/wav) cannot be sent to this endpoint, which takes no audio. Send the message without it, or choose another connection.',
          messageId: 'q',
          fileId: 'f',
          name: 'voice.m4a',
          audioFormats: [],
        },
      ]);
      const { body, warnings } = await wire.buildRequest(ask('audio/wav'), { model: 'asst_any' });
      expect(await body.text()).not.toContain(base64);
      expect(warnings).toMatchObject([{ code: 'file-dropped', fileId: 'f' }]);
    },
  );

  test.each(['audio/mp4', 'audio/ogg', 'audio/webm', 'audio/flac', 'audio/aac'])(
    'openai-chat takes no %s, and says what it takes',
    (mediaType) => {
      expect(problemsOf(openaiChat, mediaType)).toMatchObject([
        {
          code: 'file-not-taken',
          severity: 'error',
          message: `The file “voice.m4a” (${mediaType}) cannot be sent to this endpoint, which takes audio only as WAV or MP3. Convert it, or send the message without it.`,
          audioFormats: ['WAV', 'MP3'],
        },
      ]);
    },
  );
});
