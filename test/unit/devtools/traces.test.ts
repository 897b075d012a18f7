import { expect, test, vi } from 'vitest';
import type { ChatTrace } from '../../../src/index.js';
import { createTraces } from '../../../src/react/devtools/traces.js';

const request: ChatTrace = {
  type: 'request',
  request: { path: '/chat', headers: {}, body: new Blob(['{}']), warnings: [] },
  messages: [],
  conversation: [],
};
const serverEvent = (data: string): ChatTrace => ({
  type: 'server-event',
  event: { event: 'message', data, id: '' },
});

test('what comes back belongs to the latest request', async () => {
  const traces = createTraces();
  const onChange = vi.fn();
  const unsubscribe = traces.subscribe(onChange);
  traces.onTrace(request);
  traces.onTrace({ type: 'response', status: 500 });
  traces.onTrace(request);
  traces.onTrace({ type: 'response', status: 200 });
  traces.onTrace(serverEvent('one'));
  expect(traces.getExchanges()).toMatchObject([
    { number: 1, status: 500, serverEvents: [] },
    { number: 2, status: 200, serverEvents: [{ data: 'one' }], serverEventCount: 1 },
  ]);
  expect(traces.getExchanges()).toBe(traces.getExchanges());
  await expect.poll(() => onChange.mock.calls.length).toBeGreaterThan(0);
  unsubscribe();
});

test('ten requests are kept, and two hundred events of each', () => {
  const traces = createTraces();
  for (let index = 0; index < 12; index += 1) traces.onTrace(request);
  for (let index = 0; index < 250; index += 1) traces.onTrace(serverEvent(String(index)));
  const exchanges = traces.getExchanges();
  expect(exchanges.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const latest = exchanges.at(-1);
  expect(latest?.serverEventCount).toBe(250);
  expect(latest?.serverEvents).toHaveLength(200);
  expect(latest?.serverEvents.at(-1)?.data).toBe('249');
});

test('an answer that is taken up again has no request, and nothing of it is kept', () => {
  const traces = createTraces();
  traces.onTrace({ type: 'response', status: 200 });
  traces.onTrace(serverEvent('one'));
  expect(traces.getExchanges()).toEqual([]);
});
