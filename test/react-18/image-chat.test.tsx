import { StrictMode, version, type ReactElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/components/styles.css';
import { ImageChat } from '../../src/index.js';
import { demoConnection } from '../helpers/demo-connection.js';
import { loadFixture } from '../helpers/load-fixture.js';

const { connection } = demoConnection();

const chat = (
  <StrictMode>
    <div style={{ height: 600 }}>
      <ImageChat connection={connection} theme="light" />
    </div>
  </StrictMode>
);

const leave: (() => void)[] = [];
let warnings: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  warnings = vi.spyOn(console, 'error');
});

afterEach(() => {
  for (const step of leave.splice(0)) step();
});

function addPlace(html = ''): HTMLElement {
  const place = document.createElement('div');
  place.innerHTML = html;
  document.body.append(place);
  leave.push(() => place.remove());
  return place;
}

function mount(element: ReactElement): void {
  const root = createRoot(addPlace());
  root.render(element);
  leave.unshift(() => root.unmount());
}

async function dropImage(name: string): Promise<void> {
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  const transfer = new DataTransfer();
  transfer.items.add(await loadFixture(name));
  const drop = { dataTransfer: transfer, bubbles: true, cancelable: true };
  page
    .getByRole('textbox', { name: 'Message' })
    .element()
    .dispatchEvent(new DragEvent('drop', drop));
  await expect
    .poll(() => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]').length)
    .toBe(1);
}

async function ask(question: string): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), question);
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(
      () =>
        document.querySelector('article[data-role=assistant][data-status=complete]')?.textContent,
    )
    .toContain('It received 1 image');
}

test('on React 18.2, in StrictMode, a dropped image is asked about and answered', async () => {
  expect(version).toBe('18.2.0');
  mount(chat);
  await dropImage('photo.jpg');
  await ask('What is on it?');
  expect(warnings.mock.calls).toEqual([]);
});

test('on React 18.2, a chat rendered elsewhere comes to life without a warning', async () => {
  const place = addPlace(renderToString(chat));
  const root = hydrateRoot(place, chat);
  leave.unshift(() => root.unmount());
  await dropImage('quad.png');
  await ask('What is on it?');
  expect(warnings.mock.calls).toEqual([]);
});
