/** Pages that forbid much: the kit has to work there, and nothing it does may be refused aloud. */
import { expect, test } from 'vitest';
import type { PreparedImage } from '../../../src/pipeline/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { cornerColours } from './read-pixels.js';

/** As the development server serves it. */
const workerFile = new URL(
  '../../../src/pipeline/worker/pipeline-worker.ts?worker_file&type=module',
  import.meta.url,
).href;

interface Answer {
  made?: PreparedImage;
  code?: string;
  violations: string[];
}

/** Prepares an image in a page of its own, under a content security policy. */
async function prepareUnder(policy: string, source: Blob, worker: string): Promise<Answer> {
  const frame = document.createElement('iframe');
  const answered = new Promise<Answer>((resolve) => {
    addEventListener('message', ({ source: from, data }: MessageEvent<Answer | string>) => {
      if (from === frame.contentWindow && typeof data === 'object') resolve(data);
    });
  });
  const module = new URL('../../../src/pipeline/create-pipeline.ts', import.meta.url).pathname;
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module">
      // The test runner rewrites every import() of the modules it serves.
      globalThis.__vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      addEventListener('message', async ({ data }) => {
        const { createPipeline } = await import('${module}');
        const pipeline = createPipeline({ worker: data.worker });
        try {
          const made = await pipeline.prepare(data.source, { maxSidePx: 48, allowSvg: true });
          parent.postMessage({ made, violations });
        } catch (error) {
          parent.postMessage({ code: error.code ?? String(error), violations });
        }
      });
      parent.postMessage('loaded');
    </script>`;
  const loaded = new Promise<void>((resolve) => {
    addEventListener('message', ({ source: from, data }) => {
      if (from === frame.contentWindow && data === 'loaded') resolve();
    });
  });
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.postMessage({ source, worker });
  const answer = await answered;
  frame.remove();
  return answer;
}

const scripts = `script-src 'self' 'unsafe-inline'`;

test.each([
  {
    page: 'that lets a blob be a worker',
    policy: `${scripts}; worker-src blob:`,
    worker: 'inline',
    engine: 'worker',
  },
  {
    page: 'that wants workers from its own files',
    policy: `${scripts}; worker-src 'self'`,
    worker: workerFile,
    engine: 'worker',
  },
  {
    page: 'that allows WebAssembly',
    policy: `${scripts} 'wasm-unsafe-eval'; worker-src 'none'`,
    worker: 'inline',
    engine: 'main-thread',
  },
  {
    page: 'that allows no worker and no image but its own',
    policy: `${scripts}; worker-src 'none'; img-src 'self'; connect-src 'self'`,
    worker: 'inline',
    engine: 'main-thread',
  },
])('a page $page gets its image', async ({ policy, worker, engine }) => {
  const answer = await prepareUnder(policy, await loadFixture('quad_orientation_6.jpg'), worker);
  expect(answer.code).toBeUndefined();
  expect(answer.made).toMatchObject({ engine, width: 48, height: 32 });
  expect(await cornerColours(answer.made?.blob ?? new Blob())).toEqual([
    'red',
    'green',
    'blue',
    'yellow',
  ]);
});

test('a page that allows its own worker files and nothing else is not violated', async () => {
  const policy = `${scripts} 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self'; connect-src 'self'`;
  const answer = await prepareUnder(policy, await loadFixture('photo.jpg'), workerFile);
  expect(answer).toMatchObject({ made: { engine: 'worker' }, violations: [] });
});

test.each([
  ['from any policy', '', 'inline', 'worker'],
  ['from the policy of the kit', 'trusted-types image-chat-kit', 'inline', 'worker'],
  ['from no policy', "trusted-types 'none'", 'inline', 'main-thread'],
])('a page that takes script addresses %s gets its image', async (_, allowed, worker, engine) => {
  const policy = `${scripts}; worker-src blob:; require-trusted-types-for 'script'; ${allowed}`;
  const answer = await prepareUnder(policy, await loadFixture('quad.png'), worker);
  expect(answer.made).toMatchObject({ engine });
});

test('a page that takes script addresses from a policy draws a checked drawing', async () => {
  const policy = `${scripts}; require-trusted-types-for 'script'; trusted-types image-chat-kit`;
  const drawing = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>']);
  const answer = await prepareUnder(policy, drawing, 'inline');
  expect(answer.made).toMatchObject({ width: 48, height: 48 });
});
