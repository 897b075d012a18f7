/** A request for each kind of problem: what somebody might send, and where to. */
import type { ChatMessage, checkRequest, ProblemCode, WireFormat } from '../../src/index.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { ask, anImage, images } from './example-parts.js';

type Target = Parameters<typeof checkRequest>[1] & { wire?: WireFormat };

export interface ProblemCase {
  target: Target;
  messages: () => ChatMessage[];
}

const openai: Target = { model: 'gpt-5.6-terra', wire: openaiChat };
const anthropic: Target = { model: 'claude-sonnet-5', wire: anthropicMessages };
const groq: Target = {
  model: 'meta-llama/llama-4-scout',
  wire: openaiChat,
  baseUrl: 'https://api.groq.com/openai/v1',
};

const linked = (url: string): ChatMessage[] => [
  ask(anImage({ name: 'camera.jpg', data: { kind: 'url', url } }), 'Who is at the door?'),
];

export const problemCases: Record<ProblemCode, ProblemCase> = {
  'no-vision': {
    target: { ...openai, model: 'gpt-3.5-turbo' },
    messages: () => [ask(anImage({ name: 'garden.jpg' }), 'What grows here?')],
  },
  'role-without-images': {
    target: openai,
    messages: () => [
      { id: 'system', role: 'system', parts: [anImage({ name: 'house-style.png' })] },
      ask('Does my page keep to the house style?'),
    ],
  },
  'media-type': {
    target: openai,
    messages: () => [ask(anImage({ name: 'IMG_0412.HEIC', mediaType: 'image/heic' }))],
  },
  'empty-image': {
    target: openai,
    messages: () => [ask(anImage({ name: 'download.jpg', fileBytes: 0 }), 'What is this?')],
  },
  'image-bytes': {
    target: anthropic,
    messages: () => [ask(anImage({ name: 'scan.png', fileBytes: 9_000_000 }), 'Read this.')],
  },
  'image-side': {
    target: anthropic,
    messages: () => [ask(anImage({ name: 'panorama.jpg', width: 12_000, height: 1500 }))],
  },
  'image-pixels': {
    target: groq,
    messages: () => [ask(anImage({ name: 'poster.jpg', width: 8000, height: 6000 }))],
  },
  'image-too-small': {
    target: {
      model: 'qwen3-vl-plus',
      wire: openaiChat,
      baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    },
    messages: () => [ask(anImage({ name: 'icon.png', width: 8, height: 8 }), 'What is this?')],
  },
  'image-patches': {
    target: { ...openai, model: 'gpt-6-astra' },
    messages: () => [
      ask(anImage({ name: 'map.png', width: 6000, height: 6000, detail: 'original' })),
    ],
  },
  'too-many-images': {
    target: groq,
    messages: () => [ask(...images(6), 'Which is the sharpest?')],
  },
  'request-bytes': {
    target: anthropic,
    messages: () => [ask(...images(5, { fileBytes: 7_000_000 }), 'Sort these.')],
  },
  'image-bytes-total': {
    target: openai,
    messages: () => [ask(...images(6, { fileBytes: 7_000_000 }), 'Sort these.')],
  },
  'context-tokens': {
    target: { ...anthropic, model: 'claude-haiku-4-5' },
    messages: () => [ask(anImage({ name: 'cover.jpg' }), 'word '.repeat(200_000))],
  },
  'url-form': { target: openai, messages: () => linked('/uploads/camera.jpg') },
  'url-not-reachable': {
    target: { ...openai, baseUrl: 'https://api.openai.com/v1' },
    messages: () => linked('http://192.168.0.20/camera.jpg'),
  },
  'unsupported-by-wire': {
    target: openai,
    messages: () => [
      ask(anImage({ name: 'uploaded.jpg', data: { kind: 'file-id', fileId: 'file-8f2a' } })),
    ],
  },
  'file-not-taken': {
    target: openai,
    messages: () => [
      {
        ...ask('What does the contract say?'),
        parts: [
          {
            type: 'file',
            id: 'contract',
            name: 'contract.docx',
            mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            data: { kind: 'bytes', bytes: new Blob(['PK']) },
          },
          { type: 'text', text: 'What does the contract say?' },
        ],
      },
    ],
  },
  'empty-message': { target: openai, messages: () => [ask(' ')] },
};
