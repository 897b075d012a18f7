import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '../../../src/components/styles.css';
import { BatchPanel, type BatchPanelProps } from '../../../src/index.js';
import { createDemoBackend, type DemoBackend } from '../../../src/demo/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';

export interface BatchPageOptions {
  backend?: DemoBackend;
  panel?: Partial<BatchPanelProps>;
}

/** A batch panel on the demo backend, with a page memory of its own, as after a reload. */
export async function openBatch({ backend, panel }: BatchPageOptions = {}) {
  const fetch = backend ?? createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const asked: string[] = [];
  const connection: BatchPanelProps['connection'] = {
    baseUrl: 'https://demo.example/v1',
    wire: openaiChat,
    model: 'gpt-4o',
    maxRetries: 0,
    fetch(input, init) {
      const request = new Request(input, init);
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return fetch(request);
    },
  };
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <BatchPanel connection={connection} theme="light" firstDelayMs={50} {...panel} />
    </QueryClientProvider>,
  );
  return { ...screen, asked };
}

export async function chooseImages(...names: readonly string[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('The panel has no file input.');
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(await loadFixture(name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const press = (name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

export const ask = (question: string): Promise<void> =>
  page.getByLabelText('Question').fill(question);
