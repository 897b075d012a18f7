import { expect, onTestFinished, test } from 'vitest';
import { loadResampler } from '../../../src/pipeline/filter/index.js';
import type { ResampleReply, ResampleRequest } from './resample-request.js';

const from = { width: 320, height: 200 };
const to = { width: 111, height: 70 };

function drawing(): Uint8ClampedArray {
  const context = new OffscreenCanvas(from.width, from.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  const gradient = context.createLinearGradient(0, 0, from.width, from.height);
  gradient.addColorStop(0, 'rgb(255 180 0)');
  gradient.addColorStop(1, 'rgb(0 40 160 / 40%)');
  context.fillStyle = gradient;
  context.fillRect(0, 0, from.width, from.height);
  context.fillStyle = 'black';
  context.font = '13px sans-serif';
  for (let y = 16; y < from.height; y += 16)
    context.fillText('every pixel counts '.repeat(3), 2, y);
  return context.getImageData(0, 0, from.width, from.height).data;
}

const request = (): ResampleRequest => ({ pixels: drawing(), from, to, hasAlpha: true });

async function onPage({ pixels, hasAlpha }: ResampleRequest): Promise<ResampleReply> {
  const resampler = await loadResampler();
  return { kind: resampler.kind, pixels: resampler.resample(pixels, from, to, { hasAlpha }) };
}

function largestDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
}

test('a worker makes the same pixels as the page, by WebAssembly', async () => {
  const worker = new Worker(new URL('resample-worker.ts', import.meta.url), { type: 'module' });
  onTestFinished(() => worker.terminate());
  const reply = new Promise<ResampleReply>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ResampleReply>) => resolve(data));
    worker.addEventListener('error', reject);
  });
  worker.postMessage(request());
  const made = await reply;
  expect(made.kind).toBe('wasm');
  expect(made.pixels).toEqual((await onPage(request())).pixels);
});

test('a page that forbids WebAssembly gets the same pixels, ± 1, from JavaScript', async () => {
  const module = new URL('../../../src/pipeline/filter/index.ts', import.meta.url).href;
  const frame = document.createElement('iframe');
  onTestFinished(() => frame.remove());
  // No 'wasm-unsafe-eval'.
  frame.srcdoc = `
    <meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">
    <script type="module">
      import { loadResampler } from '${module}';
      addEventListener('message', async ({ data: { pixels, from, to, hasAlpha } }) => {
        const { kind, resample } = await loadResampler();
        parent.postMessage({ kind, pixels: resample(pixels, from, to, { hasAlpha }) });
      });
      parent.postMessage('listening');
    </script>`;
  const made = await new Promise<ResampleReply>((resolve) => {
    const onMessage = ({ source, data }: MessageEvent<'listening' | ResampleReply>): void => {
      if (source !== frame.contentWindow) return;
      if (data === 'listening') frame.contentWindow?.postMessage(request());
      else resolve(data);
    };
    addEventListener('message', onMessage);
    onTestFinished(() => removeEventListener('message', onMessage));
    document.body.append(frame);
  });
  expect(made.kind).toBe('javascript');
  const { pixels } = await onPage(request());
  expect(largestDifference(made.pixels, pixels)).toBeLessThanOrEqual(1);
});
