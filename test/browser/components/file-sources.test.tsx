import type { ReactElement, ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FileSource } from '../../../src/intake/file-source.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () =>
  [...document.querySelectorAll('[data-ick-part=tray-item]')].map((tile) =>
    tile.getAttribute('aria-label'),
  );
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';

/** Asks which of two pages are meant. */
const pdf: FileSource<ReactNode> = {
  accept: ['application/pdf'],
  accepts: (_file, { format }) => format === 'PDF',
  async expandFile(file, { ask, signal }) {
    const chosen = await ask?.<readonly number[]>(
      ({ choose, cancel }) => (
        <fieldset aria-label={`Pages of ${file.name}`}>
          <button type="button" onClick={() => choose([1, 2])}>
            Both
          </button>
          <button type="button" onClick={cancel}>
            Neither
          </button>
        </fieldset>
      ),
      { signal },
    );
    const quad = await loadFixture('quad.png');
    const named = (number: number) => new File([quad], `${file.name}, page ${number}`);
    return { images: (chosen ?? []).map((number) => ({ file: named(number), alt: `p${number}` })) };
  },
};

function Broken(): ReactElement {
  throw new Error('of the app');
}

const choosing = (name: string) => page.getByRole('group', { name });

describe('a file that asks what is meant of it', () => {
  test('asks beside the composer; other images do not wait, Send does, and what is chosen comes in', async () => {
    const { bodies } = await openChat({ chat: { intake: { fileSources: [pdf] } } });
    drag('drop', document.body, await fixtureFiles('document.pdf', 'photo.jpg'));
    await expect.element(choosing('Pages of document.pdf')).toBeVisible();
    await expect.poll(tiles).toHaveLength(1);
    await pasteInto(input().element(), await fixtureFiles('quad.gif'));
    await expect.poll(tiles).toHaveLength(2);
    await userEvent.fill(input(), 'Compare these');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Both' }));
    await expect.poll(() => bodies[0]?.match(/data:image\//g)).toHaveLength(4);
    expect(bodies[0]).toContain('p2');
    await expect.element(choosing('Pages of document.pdf')).not.toBeInTheDocument();
  });

  test('waits for the one before, and is gone when it is cancelled', async () => {
    await openChat({ chat: { intake: { fileSources: [pdf] } } });
    const two = await fixtureFiles('document.pdf');
    two.items.add(new File([await loadFixture('document.pdf')], 'second.pdf'));
    drag('drop', document.body, two);
    await expect.element(choosing('Pages of document.pdf')).toBeVisible();
    await expect.element(choosing('Pages of second.pdf')).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'Neither' }));
    await userEvent.click(choosing('Pages of second.pdf').getByRole('button', { name: 'Both' }));
    await expect.poll(tiles).toHaveLength(2);
    await expect.poll(() => tiles()[0]).toContain('second.pdf, page 1');
    await expect.poll(notice).toBe('');
    await expect.element(input()).toHaveFocus();
  });

  test('and breaks while it does costs its file only', async () => {
    const source: FileSource<ReactNode> = {
      accepts: pdf.accepts,
      expandFile: async (_file, { ask }) => {
        await ask?.(() => <Broken />);
        return { images: [] };
      },
    };
    await openChat({ chat: { intake: { fileSources: [source] } } });
    drag('drop', document.body, await fixtureFiles('document.pdf', 'photo.jpg'));
    await expect.poll(tiles).toHaveLength(1);
    await expect.poll(notice).toMatch(/document\.pdf: No images could be created from this file/);
    await expect.element(input()).toBeVisible();
  });

  test('is offered by the file dialog', async () => {
    const { container } = await openChat({ chat: { intake: { fileSources: [pdf] } } });
    const field = container.querySelector<HTMLInputElement>('input[type=file]');
    expect(field?.accept.split(',')).toContain('application/pdf');
  });
});
