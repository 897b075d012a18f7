import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { lazyComponent } from '../../../src/components/styled/shared/lazy-component.js';
import { createLazyModule } from '../../../src/internal/lazy-module.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const Text = () => <p>Loaded</p>;

function createPart(importPart: () => Promise<typeof Text>) {
  const Part = lazyComponent(createLazyModule(importPart), (Loaded) => Loaded);
  return (
    <Part fallback={<p>Not yet</p>} renderFailure={({ code }) => <p role="alert">{code}</p>} />
  );
}

test('a part that cannot be loaded says so, and is asked for less and less often', async () => {
  const importPart = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  const screen = await render(createPart(importPart));
  await expect.poll(() => screen.container.textContent).toBe('unreachable');
  const asked = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return importPart.mock.calls.length;
  };
  expect([await asked(4000), await asked(1000), await asked(19_000), await asked(1000)]).toEqual([
    1, 2, 2, 3,
  ]);
  await screen.unmount();
  expect(await asked(1_000_000)).toBe(3);
});

test('a part is asked for at once when the network is back', async () => {
  let isOnline = false;
  const importPart = vi.fn(() =>
    isOnline ? Promise.resolve(Text) : Promise.reject(new TypeError('Failed to fetch')),
  );
  const screen = await render(createPart(importPart));
  await expect.poll(() => screen.container.textContent).toBe('unreachable');
  isOnline = true;
  dispatchEvent(new Event('online'));
  await expect.poll(() => screen.container.textContent).toBe('Loaded');
  expect(importPart).toHaveBeenCalledTimes(2);
});
