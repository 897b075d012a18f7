import { describe, expect, test } from 'vitest';
import { createDemoBackend } from '../../../src/demo/index.js';
import { bytesToBase64 } from '../../../src/internal/base64.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });

async function asDataUrl(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return `data:${file.type};base64,${bytesToBase64(bytes)}`;
}

/** By its stream, as a chat does: `text()` tells nothing but "failed to fetch" in some browsers. */
async function readAll(response: Response): Promise<number> {
  const reader = response.body?.getReader();
  let chunks = 0;
  while (!(await reader?.read())?.done) chunks++;
  return chunks;
}

async function ask(text: string, init: RequestInit = {}): Promise<Response> {
  const url = await asDataUrl(await loadFixture('photo.jpg'));
  return backend('/v1/chat/completions', {
    method: 'POST',
    body: JSON.stringify({
      model: 'demo-vision',
      stream: true,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text },
            { type: 'image_url', image_url: { url } },
          ],
        },
      ],
    }),
    ...init,
  });
}

describe('the demo backend in a page', () => {
  test('streams an answer to a relative address', async () => {
    const response = await ask('What is it?');
    const text = await response.text();
    expect(text).toContain('"content":"1600×1200 "');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test('stops when the request is aborted, before and in the middle of the answer', async () => {
    const before = new AbortController();
    const unanswered = ask('/fault no-first-byte', { signal: before.signal });
    setTimeout(() => before.abort(), 20);
    await expect(unanswered).rejects.toMatchObject({ name: 'AbortError' });
    const during = new AbortController();
    const response = await ask('/fault stall-mid-stream', { signal: during.signal });
    setTimeout(() => during.abort(), 20);
    await expect(readAll(response)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('takes an upload and gives it back', async () => {
    const photo = await loadFixture('photo.jpg');
    const form = new FormData();
    form.set('purpose', 'vision');
    form.set('file', photo);
    const uploaded = await backend('/v1/files', { method: 'POST', body: form });
    const { id, bytes } = (await uploaded.json()) as { id: string; bytes: number };
    expect(bytes).toBe(photo.size);
    const content = await (await backend(`/v1/files/${id}/content`)).blob();
    expect(content.size).toBe(photo.size);
  });
});
