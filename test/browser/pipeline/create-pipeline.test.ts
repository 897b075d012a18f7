import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { measureSupport } from '../../../src/pipeline/support.js';
import type { Pipeline, PipelineOptions } from '../../../src/pipeline/types.js';
import { createWorker } from '../../../src/pipeline/worker/create-worker.js';
import { eventually } from '../../helpers/eventually.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { cornerColours } from './read-pixels.js';

const pipelines: Pipeline[] = [];
const open = (options: PipelineOptions = {}): Pipeline => {
  const pipeline = createPipeline(options);
  pipelines.push(pipeline);
  return pipeline;
};
afterEach(() => {
  for (const pipeline of pipelines.splice(0)) pipeline.dispose();
});

/** A worker of one's own, from its source. */
const workerOf = (code: string) => () =>
  new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), {
    type: 'module',
  });

const support = await measureSupport();
const readyThenSilent = `onmessage = ({ data }) => { if (data.kind === 'start') postMessage({ kind: 'ready', support: ${JSON.stringify(support)} }) }`;

describe('a worker', () => {
  test('starts from its own file too', async () => {
    const pipeline = open({ worker: createWorker });
    const made = await pipeline.prepare(await loadFixture('quad_orientation_6.jpg'));
    expect(made.engine).toBe('worker');
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
  });

  test.each([
    ['whose file is missing', '/no-such-worker.js'],
    ['whose address the page forbids', 'https://elsewhere.invalid/worker.js'],
    [
      'that cannot be made',
      () => {
        throw new DOMException('This document requires TrustedScriptURL', 'SecurityError');
      },
    ],
    ['that is not a program', workerOf('<!doctype html>')],
  ])('%s leaves the work to the page', async (_why, worker) => {
    const pipeline = open({ worker });
    const [first, second] = await Promise.all([
      pipeline.prepare(await loadFixture('quad.png')),
      pipeline.prepare(await loadFixture('quad_orientation_6.jpg')),
    ]);
    for (const made of [first, second]) {
      expect(made.engine).toBe('main-thread');
      expect(made.notes).toContainEqual(expect.objectContaining({ code: 'main-thread' }));
      expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
    }
  });

  test('that answers anything else is waited for no longer than any other', async () => {
    const nonsense = `onmessage = ({ data }) => { postMessage(null); postMessage('ready'); postMessage({ kind: 'ready' });
      postMessage({ kind: 'failed', id: data.id }); }`;
    const errors: unknown[] = [];
    const note = (event: ErrorEvent) => errors.push(event.error);
    addEventListener('error', note);
    const pipeline = open({ worker: workerOf(nonsense) });
    expect((await pipeline.prepare(await loadFixture('quad.png'))).engine).toBe('main-thread');
    removeEventListener('error', note);
    expect(errors).toEqual([]);
  });

  test('that was ordered and is blocked is an error', async () => {
    const pipeline = open({ worker: '/no-such-worker.js' });
    const source = await loadFixture('quad.png');
    await expect(pipeline.prepare(source, { engine: 'worker' })).rejects.toMatchObject({
      code: 'worker-blocked',
    });
  });

  test('that hangs is given up and replaced, and the next image works', async () => {
    let started = 0;
    const worker = () => {
      started += 1;
      return started === 1 ? workerOf(readyThenSilent)() : createWorker();
    };
    const pipeline = open({ worker, concurrency: 1, decodeTimeoutMs: 300 });
    const source = await loadFixture('quad.png');
    // The clock stands still while the second image is made, however long that takes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const outcomes: unknown[] = [];
    void pipeline.prepare(source).catch((error: unknown) => outcomes.push(error));
    const next = pipeline.prepare(source);
    // Each look moves the clock on.
    await eventually(() =>
      expect(outcomes).toMatchObject([{ code: 'decode-timeout', facts: { limit: 300 } }]),
    );
    expect((await next).engine).toBe('worker');
  });

  test('that crashes fails that image only', async () => {
    let started = 0;
    const crashing = `${readyThenSilent.replace('{ data }', '{ data }')}; addEventListener('message', ({ data }) => { if (data.kind === 'render') throw new Error('gone') })`;
    const worker = () => {
      started += 1;
      return started === 1 ? workerOf(crashing)() : createWorker();
    };
    const pipeline = open({ worker, concurrency: 1 });
    const source = await loadFixture('quad.png');
    await expect(pipeline.prepare(source)).rejects.toMatchObject({ code: 'canvas-failed' });
    expect((await pipeline.prepare(source)).engine).toBe('worker');
  });

  test('is let go when it has had nothing to do', async () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    const pipeline = open({ idleTimeoutMs: 50 });
    await pipeline.prepare(await loadFixture('quad.png'));
    await eventually(() => expect(terminate).toHaveBeenCalled());
    terminate.mockRestore();
    expect((await pipeline.prepare(await loadFixture('quad.png'))).engine).toBe('worker');
  });

  test('leaves no object URL behind', async () => {
    const live = new Set<string>();
    const create = vi.spyOn(URL, 'createObjectURL');
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const pipeline = open();
    await pipeline.prepare(await loadFixture('truncated.jpg'));
    await pipeline.prepare(await loadFixture('quad.png'));
    await eventually(() => {
      for (const { value } of create.mock.results) live.add(String(value));
      for (const [url] of revoke.mock.calls) live.delete(url);
      expect([...live]).toEqual([]);
    });
    create.mockRestore();
    revoke.mockRestore();
  });
});

describe('an abort', () => {
  test('ends the image at once, and the next one works', async () => {
    const pipeline = open({ worker: workerOf(readyThenSilent), concurrency: 1 });
    const control = new AbortController();
    const source = await loadFixture('photo.jpg');
    const stopped = pipeline.prepare(source, { signal: control.signal });
    setTimeout(() => control.abort(), 150);
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  });

  test('before the start rejects without starting', async () => {
    const pipeline = open();
    const signal = AbortSignal.abort();
    await expect(pipeline.prepare(await loadFixture('quad.png'), { signal })).rejects.toMatchObject(
      { code: 'aborted' },
    );
  });

  test('of one waiting in the queue leaves the others their turn', async () => {
    const pipeline = open({ concurrency: 1 });
    const control = new AbortController();
    const source = await loadFixture('photo.jpg');
    const others = [0, 1, 2].map(() => pipeline.prepare(source, { maxSidePx: 100 }));
    const waiting = pipeline.prepare(source, { signal: control.signal });
    const last = pipeline.prepare(source, { maxSidePx: 100 });
    control.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    for (const made of await Promise.all([...others, last])) expect(made.width).toBe(100);
  });

  test('on the page works too', async () => {
    const pipeline = open({ worker: false });
    const control = new AbortController();
    const stopped = pipeline.prepare(await loadFixture('photo.jpg'), {
      signal: control.signal,
      onProgress: ({ stage }) => {
        if (stage === 'decoding') control.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  });

  test.each(['auto', 'browser-image-compression'] as const)(
    'by dispose reaches what is under way (%s)',
    async (engine) => {
      const pipeline = open();
      const stopped = pipeline.prepare(await loadFixture('photo.jpg'), { engine });
      pipeline.dispose();
      await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    },
  );
});

describe('many images', () => {
  test('are made in the order they came', async () => {
    const pipeline = open({ concurrency: 1 });
    const done: number[] = [];
    const source = await loadFixture('quad_orientation_6.jpg');
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) => pipeline.prepare(source).then(() => done.push(index))),
    );
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('with a higher priority go first', async () => {
    const pipeline = open({ concurrency: 1 });
    const done: number[] = [];
    const source = await loadFixture('quad.png');
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) =>
        pipeline.prepare(source, { priority: () => index }).then(() => done.push(index)),
      ),
    );
    // The first two had started before the others came.
    expect(done).toEqual([0, 1, 5, 4, 3, 2]);
  });

  test('never take more than their workers, and read only the next few files', async () => {
    let opened = 0;
    const worker = (): Worker => {
      opened += 1;
      return createWorker();
    };
    let reading = 0;
    let mostReading = 0;
    const pipeline = open({ worker, concurrency: 2 });
    const source = await loadFixture('quad.png');
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        let isReading = false;
        await pipeline.prepare(source, {
          onProgress: ({ stage }) => {
            if (stage === 'reading') {
              isReading = true;
              reading += 1;
              mostReading = Math.max(mostReading, reading);
            } else if (stage === 'done' && isReading) reading -= 1;
          },
        });
      }),
    );
    expect(opened).toBeLessThanOrEqual(2);
    expect(mostReading).toBeLessThanOrEqual(3);
  });

  test('go on when one of them is bad', async () => {
    const pipeline = open();
    const names = ['quad.png', 'text_named.jpg', 'quad_cmyk.jpg', 'empty.png', 'quad.gif'];
    const results = await Promise.allSettled(
      names.map(async (name) => pipeline.prepare(await loadFixture(name))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });
});

describe('a way to decode', () => {
  test.each(['image-decoder', 'image-bitmap-resize', 'image-bitmap', 'image-element'] as const)(
    '%s can be forced, and gives an upright image',
    async (route) => {
      const pipeline = open();
      const source = await loadFixture('quad_orientation_7.jpg');
      const made = await pipeline.prepare(source, { route, maxSidePx: 48 });
      expect(made).toMatchObject({ route, width: 48, height: 32 });
      expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
    },
  );

  test('is replaced by browser-image-compression where there is no OffscreenCanvas', async () => {
    const pipeline = open({ worker: false, support: { ...support, offscreenCanvas: false } });
    const made = await pipeline.prepare(await loadFixture('quad_orientation_6.jpg'));
    expect(made.engine).toBe('browser-image-compression');
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'fallback-engine' }));
    expect(await cornerColours(made.blob)).toEqual(['red', 'green', 'blue', 'yellow']);
  });
});

describe('an image that is too small or too thin for its model', () => {
  test.each([
    { name: 'small', width: 12, height: 9 },
    { name: 'thin', width: 400, height: 6 },
  ])('is made as large by every engine ($name)', async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.fillStyle = 'red';
    context.fillRect(0, 0, width, height);
    const source = await canvas.convertToBlob({ type: 'image/png' });
    const options = { minSidePx: 40, outputMediaType: 'image/jpeg' } as const;
    const expected = await open().prepare(source, { ...options, engine: 'main-thread' });
    expect(Math.min(expected.width, expected.height)).toBeGreaterThanOrEqual(40);
    // The package leaves its own writing to when the page is idle. What is made of it does not wait for that.
    const whenIdle = vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockReturnValue();
    onTestFinished(() => whenIdle.mockRestore());
    const patient = open({ decodeTimeoutMs: 60_000 });
    const made = await patient.prepare(source, { ...options, engine: 'browser-image-compression' });
    expect([made.width, made.height]).toEqual([expected.width, expected.height]);
    const [corner] = await cornerColours(made.blob);
    expect(corner).toBe('red');
  });
});

test('progress tells the stages in order and ends at 1', async () => {
  const seen: string[] = [];
  let last = -1;
  await open().prepare(await loadFixture('photo.jpg'), {
    onProgress: ({ stage, fraction }) => {
      expect(fraction).toBeGreaterThanOrEqual(last);
      last = fraction;
      seen.push(stage);
    },
  });
  expect(seen).toEqual(['queued', 'reading', 'decoding', 'resizing', 'encoding', 'done']);
  expect(last).toBe(1);
});

test('a cut image is painted on the page and made in the worker', async () => {
  const made = await open().prepare(await loadFixture('truncated.jpg'), { maxSidePx: 400 });
  expect(made).toMatchObject({ engine: 'worker', route: 'image-element', incomplete: true });
});

/** Noise, whose bytes are spread evenly over its rows. */
async function noise(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(400, 400);
  const context = canvas.getContext('2d');
  const pixels = new ImageData(400, 400);
  let seed = 7;
  for (let at = 0; at < pixels.data.length; at += 1) {
    seed = (seed * 16_807) % 2_147_483_647;
    pixels.data[at] = at % 4 === 3 ? 255 : seed & 255;
  }
  context?.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
  return new Uint8Array(await blob.arrayBuffer());
}
const cutAt = (bytes: Uint8Array<ArrayBuffer>, share: number): File =>
  new File([bytes.subarray(0, Math.round(bytes.length * share))], 'cut.jpg');

describe('a JPEG whose end is missing', () => {
  test('is prepared while a part of the image exists', async () => {
    const made = await open().prepare(cutAt(await noise(), 0.4));
    expect(made).toMatchObject({ incomplete: true, notes: [{ code: 'incomplete' }] });
  });

  test('is refused if most of the image is missing', async () => {
    await expect(open().prepare(cutAt(await noise(), 0.06))).rejects.toMatchObject({
      code: 'truncated',
      message: expect.stringContaining('most of the image is missing'),
    });
  });
});
