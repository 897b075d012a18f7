import { describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { drag, fixtureFiles, openChat } from './chat-page.js';

function textFiles(count: number): DataTransfer {
  const transfer = new DataTransfer();
  for (let number = 1; number <= count; number++) {
    transfer.items.add(new File(['words'], `notes-${number}.txt`, { type: 'text/plain' }));
  }
  return transfer;
}

const listed = () =>
  Array.from(document.querySelectorAll('[data-ick-part=notice] li'), ({ textContent }) =>
    textContent.slice(0, textContent.indexOf(':')),
  );

describe('files that were not taken', () => {
  test('are all told where they are few', async () => {
    await openChat();
    drag('drop', document.body, textFiles(4));
    await expect.poll(listed).toEqual(['notes-1.txt', 'notes-2.txt', 'notes-3.txt', 'notes-4.txt']);
    expect(document.body.textContent).not.toContain('Show all');
  });

  test('are counted where they are many, and can all be read by keys alone', async () => {
    await openChat();
    drag('drop', document.body, textFiles(40));
    await expect
      .element(page.getByText('40 files could not be added', { exact: true }))
      .toBeVisible();
    await expect.poll(listed).toHaveLength(2);
    await userEvent.click(page.getByRole('button', { name: 'Show all 40' }));
    await expect.poll(listed).toHaveLength(40);
    const list = page.getByRole('list', { name: '40 files could not be added' });
    const element = list.element() as HTMLElement;
    expect(element.scrollHeight).toBeGreaterThan(element.clientHeight);
    element.focus();
    await userEvent.keyboard('{End}');
    await expect
      .poll(() => element.scrollTop + element.clientHeight)
      .toBeGreaterThanOrEqual(element.scrollHeight - 1);
    await userEvent.click(page.getByRole('button', { name: 'Show fewer' }));
    await expect.poll(listed).toHaveLength(2);
  });
});

describe('under a finger', () => {
  test('text is large enough that no phone zooms in on it, and buttons for a fingertip', async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    try {
      await expect.poll(() => matchMedia('(pointer: coarse)').matches).toBe(true);
      await openChat();
      drag('drop', document.body, await fixtureFiles('quad.png'));
      const input = page.getByRole('textbox', { name: 'Message' }).element();
      expect(Number.parseFloat(getComputedStyle(input).fontSize)).toBeGreaterThanOrEqual(16);
      for (const name of ['Add images', 'Send']) {
        const { width, height } = page
          .getByRole('button', { name, exact: true })
          .element()
          .getBoundingClientRect();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      }
      const tile = page.getByRole('button', { name: 'Remove image 1' });
      await expect.element(tile).toBeVisible();
      const { width } = tile.element().getBoundingClientRect();
      expect(width).toBeGreaterThanOrEqual(24);
    } finally {
      await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
    }
  });
});
