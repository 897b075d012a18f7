import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageTray } from '../../../src/components/index.js';
import { imageErrorCodes, KitError, type KitErrorCode } from '../../../src/errors.js';
import { failedItem } from '../../../stories/components/samples/items.js';
import { readyItem } from '../../../stories/components/samples/pictures.js';
import { useSampleQueue } from '../../../stories/components/samples/use-sample-queue.js';
import type { QueueItem } from '../../../src/pipeline/queue-types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => Array.from(document.querySelectorAll('[data-ick-part=tray-item]'));
const statuses = () => tiles().map((tile) => tile.getAttribute('data-status'));
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';

function SampleTray({ items, ...props }: { items: readonly QueueItem[]; details?: ['low'] }) {
  return <ImageTray queue={useSampleQueue(items)} {...props} />;
}

async function paste(...names: readonly string[]): Promise<void> {
  await pasteInto(input().element(), await fixtureFiles(...names));
}

describe('a picture that failed', () => {
  test('has no number, the others are numbered as they are sent, and the composer tells of it', async () => {
    const { bodies } = await openChat({ chat: { labels: true } });
    await paste('photo.jpg', 'header_only.heic', 'quad.png');
    await expect.poll(statuses, { timeout: 8000 }).toEqual(['ready', 'failed', 'ready']);
    expect(tiles()[1]?.getAttribute('aria-label')).toMatch(/^header_only.heic, not sent, /);
    expect(tiles()[2]?.getAttribute('aria-label')).toMatch(/^Image 2, quad.png, /);
    expect(tiles().map((tile) => tile.querySelector('[data-ick-part=tray-number]'))).toEqual([
      expect.objectContaining({ textContent: '1' }),
      null,
      expect.objectContaining({ textContent: '2' }),
    ]);
    expect(said()).toContain('header_only.heic: ');
    await expect
      .element(page.getByText('1 picture could not be read and is not sent'))
      .toBeVisible();

    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('Image 2:');
    expect(bodies[0]).not.toContain('Image 3:');
  });

  test('shows nothing in place of a preview the browser cannot paint', async () => {
    await openChat();
    await paste('header_only.heic');
    await expect.poll(statuses, { timeout: 8000 }).toEqual(['failed']);
    expect(tiles()[0]?.querySelector('img')).toBeNull();
  });

  test('is removed by its name', async () => {
    await openChat();
    await paste('header_only.heic');
    await expect.poll(statuses, { timeout: 8000 }).toEqual(['failed']);
    await userEvent.click(page.getByRole('button', { name: 'Remove header_only.heic' }));
    await expect.poll(tiles).toEqual([]);
    expect(said()).toContain('header_only.heic removed');
  });

  const passing: KitErrorCode[] = [
    'decode-timeout',
    'canvas-failed',
    'unreadable-file',
    'worker-blocked',
    'unreachable',
    'offline',
  ];
  test.each([...new Set([...imageErrorCodes, ...passing])])(
    'offers another try after %s only where one may help',
    async (code) => {
      const file = await loadFixture('photo.jpg');
      const error = new KitError(code, { message: 'It failed.' });
      await render(<SampleTray items={[failedItem(file, error)]} />);
      await expect.element(page.getByRole('listitem')).toBeVisible();
      const retries = page.getByRole('button', { name: 'Retry: photo.jpg' }).elements();
      expect(retries.length > 0).toBe(passing.includes(code));
    },
  );
});

test('a detail that is not among the choices is shown all the same', async () => {
  const file = await loadFixture('photo.jpg');
  await render(<SampleTray items={[readyItem(file, { detail: 'auto' })]} details={['low']} />);
  const select = page.getByRole('combobox', { name: 'Detail of image 1' });
  await expect.element(select).toHaveValue('auto');
});
