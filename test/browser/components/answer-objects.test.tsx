import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { openChat } from './chat-page.js';

const part = (name: string) => document.querySelector<HTMLElement>(`[data-ick-part=${name}]`);

const said = () =>
  document.querySelector('article[data-role=assistant] [data-ick-part=message-text]');

const objectOf = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const receipts = {
  type: 'array',
  items: objectOf({
    shop: { type: 'string' },
    unit_price: { type: 'number' },
    isPaid: { type: 'boolean' },
  }),
};
const receipt = objectOf({
  shop: { type: 'string' },
  items: {
    type: 'array',
    items: objectOf({ name: { type: 'string' }, price: { type: 'number' } }),
  },
});

const longReceipt = () => JSON.stringify([{ shop: 'Kiosk', unit_price: 3, note: 'x'.repeat(400) }]);
const hostileObject = () =>
  JSON.stringify({
    name: '<img src=x onerror=alert(1)>',
    deep: { a: { b: { c: { d: { e: [[[1]]] } } } } },
  });

async function ask(chat: Partial<ImageChatProps>, demo: DemoBackendOptions = {}): Promise<void> {
  await openChat({ demo, chat });
  await page.getByRole('textbox').fill('Read them.');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() =>
      document.querySelector('article[data-role=assistant] [data-ick-part=message-actions]'),
    )
    .not.toBeNull();
}

describe('an answer with a schema is shown', () => {
  test('as a table, if it is a list of objects', async () => {
    await ask({ responseSchema: receipts });
    await expect.element(page.getByRole('columnheader', { name: 'Unit price' })).toBeVisible();
    await expect
      .poll(() =>
        Array.from(
          part('answer-object')?.querySelectorAll('tbody tr') ?? [],
          (row) => row.textContent,
        ),
      )
      .toEqual(['shop 112.5Yes', 'shop 225No']);
    expect(part('markdown')).toBeNull();
  });

  test('as a list of fields, with tables in it, if it is one object', async () => {
    await ask({ responseSchema: receipt });
    await expect.poll(() => part('answer-object')?.querySelector('dt')?.textContent).toBe('Shop');
    await expect.poll(() => part('answer-object')?.querySelectorAll('dd td').length).toBe(4);
  });

  test('in the words of the language', async () => {
    await ask({ responseSchema: receipts, words: arabicWords });
    await expect.element(page.getByRole('cell', { name: 'نعم' })).toBeVisible();
  });

  test('by the app, if it renders it itself', async () => {
    await ask({
      responseSchema: receipts,
      renderPart: {
        object: ({ part: { value, isPartial } }) => (
          <p data-testid="own">{isPartial ? '…' : `${(value as unknown[]).length} receipts`}</p>
        ),
      },
    });
    await expect.element(page.getByTestId('own')).toHaveTextContent('2 receipts');
  });

  test('as far as it has arrived, if it is cut off', async () => {
    await ask({ responseSchema: receipts }, { fault: 'length', reply: longReceipt });
    await expect.element(page.getByRole('cell', { name: 'Kiosk' })).toBeVisible();
    await expect.element(page.getByText(/length limit/)).toBeVisible();
  });
});

describe('an answer that is not what was asked for', () => {
  test('says where it does not match, shows its text, and can be asked again', async () => {
    await ask({ responseSchema: receipts }, { reply: () => '[{"shop": 3}]' });
    await expect.poll(() => part('notice')?.textContent).toContain('does not have the form');
    await expect.poll(() => part('notice')?.textContent).toContain('[0].unit_price:');
    await expect.poll(() => said()?.textContent).toContain('[{"shop": 3}]');
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.element(page.getByRole('button', { name: 'Previous version' })).toBeVisible();
  });

  test('but words is shown as words', async () => {
    await ask({ responseSchema: receipts }, { reply: () => 'I see no **receipts**.' });
    await expect.poll(() => part('notice')?.textContent).toContain('contains no complete data');
    await expect.poll(() => said()?.querySelector('strong')?.textContent).toBe('receipts');
  });

  test('but a code block around it is read all the same', async () => {
    await ask(
      { responseSchema: receipts },
      {
        reply: () => 'Here:\n\n```json\n[{"shop": "Kiosk", "unit_price": 3, "isPaid": true}]\n```',
      },
    );
    await expect.element(page.getByRole('cell', { name: 'Kiosk' })).toBeVisible();
  });

  test('of hostile shape is text', async () => {
    await ask({ responseSchema: { type: 'object' } }, { reply: hostileObject });
    await expect.poll(() => part('answer-object')?.textContent).toContain('<img src=x');
    expect(part('answer-object')?.querySelector('img')).toBeNull();
  });
});
