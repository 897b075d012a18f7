import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoBackend, type DemoBackend } from '../../../src/demo/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { createGate } from '../../helpers/gate.js';
import { ask, chooseImages, openBatch, press } from './batch-page.js';

const KEY = 'test-batch';
const step = () => document.querySelector('[data-ick-part=batch]')?.getAttribute('data-step');
const names = () =>
  Array.from(document.querySelectorAll('th[scope=row] bdi'), (cell) => cell.textContent);
const quick = (): DemoBackend => createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });

afterEach(() => localStorage.clear());

const cells = () =>
  Array.from(document.querySelectorAll('tbody tr'), (row) =>
    Array.from(row.querySelectorAll('td'), (cell) => cell.textContent).slice(0, -1),
  );

async function writeTwo(): Promise<void> {
  await chooseImages('photo.jpg', 'quad.png');
  await expect.element(page.getByText('2 images', { exact: true })).toBeVisible();
  await ask('What is this?');
  await press('Prepare 2 images');
  await expect.element(page.getByRole('button', { name: 'Download batch-1.jsonl' })).toBeVisible();
}

describe('BatchPanel', () => {
  test('asks every image the question and shows each answer beside its image', async () => {
    await openBatch();
    await expect.element(page.getByRole('button', { name: 'Prepare images' })).toBeDisabled();
    await writeTwo();
    await press('Submit the batch');
    await expect.poll(step).toBe('ended');
    await expect.poll(names).toEqual(['photo.jpg', 'quad.png']);
    await expect.element(page.getByText(/JPEG, \d+×\d+ px/).first()).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '2 answers' })).toBeVisible();
  });

  test('shows a column for each field of a schema, and says which answers do not match it', async () => {
    const replies = ['{"unit_price":4.5,"shop":"Café"}', '{"shop":"Café"}', 'No receipt.'];
    const responseSchema = {
      type: 'object',
      properties: { shop: { type: 'string' }, unit_price: { type: 'number' } },
      required: ['shop', 'unit_price'],
      additionalProperties: false,
    };
    const reply = (): string | undefined => replies.shift();
    await openBatch({
      backend: createDemoBackend({ delayMs: 0, tokensPerSecond: 0, reply }),
      panel: { responseSchema },
    });
    await chooseImages('photo.jpg', 'quad.png', 'quad_alpha.png');
    await expect.element(page.getByText('3 images', { exact: true })).toBeVisible();
    await ask('Read them.');
    await press('Prepare 3 images');
    await press('Submit the batch');
    await expect
      .poll(() => Array.from(document.querySelectorAll('thead th'), (cell) => cell.textContent))
      .toEqual(['Image', 'Shop', 'Unit price', 'Tokens']);
    await expect
      .poll(cells)
      .toEqual([
        ['Café', '4.5'],
        [
          expect.stringMatching(
            /^The answer does not have the fields.*unit_price: is missing.*\{"shop"/,
          ),
        ],
        [expect.stringMatching(/^The answer contains no complete data.*No receipt\.$/)],
      ]);
    await expect.poll(names).toEqual(['photo.jpg', 'quad.png', 'quad_alpha.png']);
    expect(document.querySelectorAll('tr[data-unfit]')).toHaveLength(2);
  });

  test('shows a row for each object of a list', async () => {
    const responseSchema = {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    };
    const replies = ['{"value":[{"name":"apple"},{"name":"pear"}]}', '{"value":[]}'];
    const reply = (): string | undefined => replies.shift();
    await openBatch({
      backend: createDemoBackend({ delayMs: 0, tokensPerSecond: 0, reply }),
      panel: { responseSchema },
    });
    await writeTwo();
    await press('Submit the batch');
    await expect.poll(names).toEqual(['photo.jpg', 'quad.png']);
    await expect.element(page.getByRole('cell', { name: 'pear' })).toBeVisible();
    const [first] = document.querySelectorAll<HTMLTableCellElement>('th[scope=row]');
    expect(first?.rowSpan).toBe(2);
  });

  test('goes on after a reload by what the storage keeps', async () => {
    const backend = quick();
    const first = await openBatch({ backend, panel: { storageKey: KEY } });
    await writeTwo();
    await press('Submit the batch');
    await expect.poll(step).toBe('ended');
    await first.unmount();

    await openBatch({ backend, panel: { storageKey: KEY } });
    await expect.poll(step).toBe('ended');
    await expect.poll(names).toEqual(['1-photo', '2-quad']);
    expect(localStorage.getItem(KEY)).not.toContain('sk-');

    await press('Start over');
    await expect.poll(step).toBe('choosing');
    await expect.poll(() => localStorage.getItem(KEY)).toBeNull();
  });

  test('what another server was given is not looked for here', async () => {
    const memory = { wire: 'openai-chat', baseUrl: 'https://other.example', jobIds: ['batch_1'] };
    localStorage.setItem(KEY, JSON.stringify(memory));
    const { asked } = await openBatch({ panel: { storageKey: KEY } });
    await expect.poll(step).toBe('choosing');
    expect(asked).toEqual([]);
  });

  test.each([
    '',
    '{',
    '7',
    '{"wire":"openai-chat","baseUrl":"https://demo.example/v1","jobIds":[7]}',
  ])('a damaged memory (%s) is none', async (text) => {
    localStorage.setItem(KEY, text);
    await openBatch({ panel: { storageKey: KEY } });
    await expect.poll(step).toBe('choosing');
  });

  test('leaves out what cannot be made ready, with its reason, and goes on', async () => {
    await openBatch();
    await chooseImages('photo.jpg', 'truncated.jpg', 'text_named.jpg');
    const summary = page.getByRole('group').getByText(/left out/);
    await expect.element(summary).toBeVisible();
    await expect.element(page.getByText('text_named.jpg')).not.toBeVisible();
    await summary.click();
    await expect.element(page.getByText('text_named.jpg')).toBeVisible();
  });

  test('another question takes the files back', async () => {
    await openBatch();
    await writeTwo();
    await ask('Something else?');
    await expect.poll(step).toBe('choosing');
  });

  test('stops looking when a batch has ended, also while another one runs', async () => {
    const backend = quick();
    const looks = new Map<string, number>();
    const lastLook = createGate();
    const slow: DemoBackend = async (input, init) => {
      const request = new Request(input, init);
      if (!/\/batches\/[^/]+$/.test(request.url)) return backend(request);
      const looksBefore = looks.get(request.url) ?? 0;
      looks.set(request.url, looksBefore + 1);
      const answer = await backend(request);
      if (looksBefore >= 3) {
        await lastLook.opened;
        return answer;
      }
      const job = (await answer.json()) as object;
      return Response.json({ ...job, status: 'in_progress' });
    };
    await openBatch({ backend: slow });
    await writeTwo();
    await press('Submit the batch');
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    lastLook.open();
    await expect.poll(step).toBe('ended');

    // The second batch takes longer than the wait before another look at the first.
    await press('Start over');
    await writeTwo();
    await press('Submit the batch');
    await expect.poll(() => [...looks.values()]).toEqual([4, 4]);
    await expect.poll(step).toBe('ended');
    expect([...looks.values()]).toEqual([4, 4]);
  });

  test('a look that fails for want of a network is taken again', async () => {
    const backend = quick();
    let failures = 0;
    const shaky: DemoBackend = (input, init) => {
      const request = new Request(input, init);
      if (/\/batches\/[^/]+$/.test(request.url) && failures < 2) {
        failures += 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return backend(request);
    };
    await openBatch({ backend: shaky });
    await writeTwo();
    await press('Submit the batch');
    await expect.poll(step).toBe('ended');
    expect(failures).toBe(2);
  });

  test('a refused key is told, and the files stay', async () => {
    const backend = createDemoBackend({ allowedKeys: ['sk-right'] });
    await openBatch({ backend });
    await writeTwo();
    await press('Submit the batch');
    await expect.element(page.getByText(/did not accept the key/).first()).toBeVisible();
    await expect.poll(step).toBe('written');
  });

  test('pressed twice, it is handed over once', async () => {
    const { asked } = await openBatch();
    await writeTwo();
    const button = page.getByRole('button', { name: 'Submit the batch' }).element() as HTMLElement;
    button.click();
    button.click();
    await expect.poll(step).toBe('ended');
    expect(asked.filter((request) => request === 'POST /v1/batches')).toHaveLength(1);
  });

  test('a format without batches is told when files are to be written', async () => {
    await openBatch({
      panel: {
        connection: { wire: openaiAssistants, baseUrl: 'https://demo.example/v1', model: 'asst_1' },
      },
    });
    await chooseImages('quad.png');
    await ask('What is this?');
    await press('Prepare 1 image');
    await expect.element(page.getByText(/does not support batches/).first()).toBeVisible();
    await expect.poll(step).toBe('choosing');
  });
});
