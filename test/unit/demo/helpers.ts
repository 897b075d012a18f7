import { crc32 } from 'node:zlib';
import {
  createDemoBackend,
  type DemoBackend,
  type DemoBackendOptions,
} from '../../../src/demo/index.js';
import { readFixture } from '../../helpers/read-fixture.js';

export const BASE = 'http://demo.invalid/v1';

/** A backend that answers at once. */
export function quickBackend(options: DemoBackendOptions = {}): DemoBackend {
  return createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...options });
}

export function base64Of(name: string): string {
  return Buffer.from(readFixture(name)).toString('base64');
}

export function dataUrl(name: string, mediaType = 'image/png'): string {
  return `data:${mediaType};base64,${base64Of(name)}`;
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(path.startsWith('http') ? path : `${BASE}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A Chat Completions body with one question and its images. */
export function question(text: string, ...imageUrls: unknown[]): Record<string, unknown> {
  return {
    model: 'gpt-4o',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text },
          ...imageUrls.map((image_url) => ({ type: 'image_url', image_url })),
        ],
      },
    ],
  };
}

export interface ErrorBody {
  error: { message: string; type: string; param: string | null; code: string | null };
}

export interface ChatBody {
  choices: { message: { content: string; refusal: string | null }; finish_reason: string }[];
  usage: { prompt_tokens: number; completion_tokens: number };
}

export async function answerOf(backend: DemoBackend, body: unknown): Promise<string> {
  const response = await backend(post('/chat/completions', body));
  const answer = (await response.json()) as ChatBody;
  return answer.choices[0]?.message.content ?? '';
}

/** A small PNG whose header claims another size, or which carries so many bytes more. */
export function pngDataUrl({ width = 96, height = 64, paddingBytes = 0 }): string {
  const small = Buffer.from(readFixture('quad.png'));
  const header = Buffer.from(small.subarray(16, 29));
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const padding = paddingBytes > 0 ? [pngChunk('paDd', Buffer.alloc(paddingBytes))] : [];
  const bytes = Buffer.concat([
    small.subarray(0, 8),
    pngChunk('IHDR', header),
    ...padding,
    small.subarray(33),
  ]);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
