import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Lightbox } from '../../../src/lightbox.js';
import { findRules } from '../../../src/models/find-rules.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const readyTiles = () => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]');
const dialog = () => page.getByRole('dialog');
const stage = () => document.querySelector<HTMLElement>('[data-ick-part=lightbox-stage]');
const image = () => document.querySelector<HTMLImageElement>('[data-ick-part=lightbox-picture]');
const facts = () => document.querySelector('[data-ick-part=model-facts]')?.textContent;
const choice = (name: RegExp) => page.getByRole('radio', { name });
const detailInTray = () => readyTiles()[0]?.querySelector('select')?.value;
const spoken = () => dialog().element().querySelector('output')?.textContent;
/** Pixels of the page for one pixel of the image. */
const scale = () => {
  const shown = image();
  return shown ? shown.getBoundingClientRect().width / shown.naturalWidth : 0;
};

async function openImage(name: string): Promise<void> {
  await openChat();
  await pasteInto(input().element(), await fixtureFiles(name));
  await expect.poll(() => readyTiles().length).toBe(1);
  (readyTiles()[0] as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).toBeVisible();
  await expect.poll(scale).toBeGreaterThan(0);
}

async function settled(): Promise<void> {
  await Promise.all(
    stage()
      ?.getAnimations()
      .map(({ finished }) => finished) ?? [],
  );
}

describe('an image in the lightbox', () => {
  test('is zoomed and moved by keys, and the zoom is said once it stays', async () => {
    await openImage('photo.jpg');
    await settled();
    const whole = scale();
    await expect.element(page.elementLocator(stage() as HTMLElement)).toHaveFocus();
    await userEvent.keyboard('++');
    await expect.poll(() => scale() / whole).toBeCloseTo(2.25, 1);
    await expect.poll(() => stage()?.dataset['cut']).toBe('');
    await expect.poll(() => spoken() === `Zoom ${Math.round(scale() * 100)} %`).toBe(true);

    const before = image()?.getBoundingClientRect().left ?? 0;
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => image()?.getBoundingClientRect().left).toBeCloseTo(before - 64, 0);
    await userEvent.keyboard('1');
    await expect.poll(scale).toBeCloseTo(1, 2);
    await userEvent.keyboard('0');
    await expect.poll(scale).toBeCloseTo(whole, 3);
    await userEvent.keyboard('-');
    expect(scale()).toBeLessThanOrEqual(whole);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(readyTiles()[0]);
  });

  test('is zoomed by the wheel around the pointer, without scrolling the page', async () => {
    await openImage('photo.jpg');
    await settled();
    const whole = scale();
    const box = (stage() as HTMLElement).getBoundingClientRect();
    const wheel = new WheelEvent('wheel', {
      deltaY: -300,
      clientX: box.left + box.width / 2,
      clientY: box.top + box.height / 2,
      bubbles: true,
      cancelable: true,
    });
    stage()?.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    await expect.poll(scale).toBeGreaterThan(whole * 1.5);
  });

  test('is zoomed by two fingers and moved by one', async () => {
    await openImage('photo.jpg');
    await settled();
    const whole = scale();
    const box = (stage() as HTMLElement).getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const finger = (type: string, pointerId: number, clientX: number, clientY: number): void => {
      // A pointer that the browser did not make itself cannot be captured.
      const element = stage() as HTMLElement;
      element.setPointerCapture = () => {};
      const event = { pointerId, clientX, clientY, pointerType: 'touch', bubbles: true };
      element.dispatchEvent(new PointerEvent(type, event));
    };
    finger('pointerdown', 1, x - 20, y);
    finger('pointerdown', 2, x + 20, y);
    finger('pointermove', 1, x - 60, y);
    finger('pointermove', 2, x + 60, y);
    await expect.poll(() => scale() / whole).toBeCloseTo(3, 1);
    finger('pointerup', 2, x + 60, y);
    const before = image()?.getBoundingClientRect().left ?? 0;
    finger('pointermove', 1, x - 30, y);
    await expect.poll(() => image()?.getBoundingClientRect().left).toBeCloseTo(before + 30, 0);
    finger('pointerup', 1, x - 30, y);
    await expect.element(dialog()).toBeVisible();
  });
});

test('a press on the image keeps it open, a press beside it closes it', async () => {
  await openImage('photo.jpg');
  await settled();
  const box = (stage() as HTMLElement).getBoundingClientRect();
  const shown = (image() as HTMLElement).getBoundingClientRect();
  const inStage = page.elementLocator(stage() as HTMLElement);
  await userEvent.click(inStage, { position: { x: box.width / 2, y: box.height / 2 } });
  await expect.element(dialog()).toBeVisible();
  const isWide = shown.width / shown.height > box.width / box.height;
  await userEvent.click(inStage, {
    position: isWide ? { x: box.width / 2, y: 2 } : { x: 2, y: box.height / 2 },
  });
  await expect.element(dialog()).not.toBeInTheDocument();
});

describe('what the model sees', () => {
  test('is the prepared image, pixel by pixel, with its squares, for each detail', async () => {
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.poll(facts).toMatch(/^\d+ × \d+ · 765 tokens · 2 × 2 squares of 512 px$/);
    await expect.poll(scale).toBeLessThanOrEqual(1);
    await eventually(() => {
      const cells = document.querySelector('[data-ick-part=cells]')?.getBoundingClientRect();
      const shown = image()?.getBoundingClientRect();
      expect(cells?.left).toBeCloseTo(shown?.left ?? NaN, 0);
      expect(cells?.width).toBeGreaterThanOrEqual(shown?.width ?? NaN);
    });

    const low = page.getByRole('radio', { name: /^low/ });
    await expect.poll(() => low.element().closest('label')?.textContent).toContain('85 tokens');
    await userEvent.click(low);
    await expect.poll(facts).toMatch(/85 tokens · one price, whatever the size$/);
    await expect.poll(() => image()?.naturalWidth).toBeLessThanOrEqual(512);
    await expect.poll(() => document.querySelector('[data-ick-part=cells]')).toBeNull();
  });

  test('of a detail is a preview until it is set', async () => {
    await openImage('photo.jpg');
    await expect.element(choice(/^auto.*In use/)).toBeChecked();
    choice(/^auto/).element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(choice(/^low/)).toBeChecked();
    await expect.poll(facts).toMatch(/85 tokens/);
    await expect.element(page.getByText('Preview')).toBeVisible();
    await expect.element(choice(/^auto.*In use/)).not.toBeChecked();
    expect(detailInTray()).toBe('auto');

    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(detailInTray).toBe('low');
    await expect.element(choice(/^low.*In use/)).toBeChecked();
    await expect.element(page.getByText('Preview')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'In use' })).toHaveFocus();

    await userEvent.click(choice(/^high/));
    await expect.poll(() => image()?.naturalWidth).toBeGreaterThan(512);
    await userEvent.keyboard('{Escape}');
    expect(detailInTray()).toBe('low');
  });

  test('uncovers the original under a slider', async () => {
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    expect(document.querySelector('[data-ick-part=lightbox-original]')).toBeNull();
    await page.getByRole('slider', { name: 'How much of the original shows' }).fill('40');
    await expect
      .poll(() => document.querySelector('[data-ick-part=lightbox-original]'))
      .not.toBeNull();
    await expect.poll(() => image()?.style.clipPath).toContain('40%');
    // Arrow keys belong to the slider while it has the focus.
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => image()?.style.clipPath).toContain('41%');
  });
});

test('an image that was sent shows what the model saw of it, without choices', async () => {
  await openChat();
  await pasteInto(input().element(), await fixtureFiles('photo.jpg'));
  await expect.poll(() => readyTiles().length).toBe(1);
  await userEvent.click(page.getByRole('button', { name: 'Send' }));
  // Until it leaves the tray, its tile has the same name.
  await expect.poll(() => readyTiles().length).toBe(0);
  await userEvent.click(page.getByRole('button', { name: 'Open image 1' }));
  await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
  await expect.poll(facts).toMatch(/765 tokens · 2 × 2 squares of 512 px$/);
  await expect.element(page.getByRole('slider')).toBeVisible();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});

test('an original that the browser cannot paint is not offered for comparison', async () => {
  const file = await loadFixture('photo.jpg');
  const unpaintable = new File(['no image'], 'photo.heic', { type: 'image/heic' });
  await render(
    <Lightbox
      images={[
        {
          id: 'a',
          data: { kind: 'bytes', bytes: file },
          original: unpaintable,
          width: 1024,
          height: 768,
          detail: 'high',
        },
      ]}
      index={0}
      onIndexChange={() => {}}
      onClose={() => {}}
      rules={findRules('gpt-4o')}
    />,
  );
  await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
  await page.getByRole('slider').fill('50');
  await expect.element(page.getByRole('slider')).not.toBeInTheDocument();
  await expect.poll(() => image()?.style.clipPath).toContain('0%');
});
