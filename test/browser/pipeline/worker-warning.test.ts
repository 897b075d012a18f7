/** The warning is given once per page, so this stands in a file of its own. */
import { expect, test, vi } from 'vitest';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { loadFixture } from '../../helpers/load-fixture.js';

test('a worker that cannot start is reported to the developer once, with what to do', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const source = await loadFixture('quad.png');
  for (const worker of ['/no-such-worker.js', '/no-other-worker.js']) {
    const pipeline = createPipeline({ worker });
    expect((await pipeline.prepare(source)).engine).toBe('main-thread');
    pipeline.dispose();
  }
  expect(warn).toHaveBeenCalledOnce();
  const [message] = warn.mock.calls[0] ?? [];
  for (const remedy of ['optimizeDeps.exclude', 'dist/pipeline-worker.js', 'worker: false']) {
    expect(message).toContain(remedy);
  }
});
