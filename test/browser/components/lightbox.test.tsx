import { useState } from 'react';
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
const detailMenu = () => page.getByRole('button', { name: /^Detail: / });
const choice = (name: RegExp) => page.getByRole('menuitemradio', { name });
const placeOf = (element: Element | null) => {
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return [left, top, width, height].map(Math.round);
};
const detailInTray = () =>
  readyTiles()[0]?.querySelector('[data-ick-part=tray-detail]')?.textContent;
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
      ?.getAnimations({ subtree: true })
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

const divider = () => document.querySelector<HTMLElement>('[data-ick-part=lightbox-divider]');
/** Percent of the image that shows the original. */
const cutPercent = () => Number(/([\d.]+)%/.exec(image()?.style.clipPath ?? '')?.[1]);

/** The sides of the image that say what they are. */
const sides = () => ['Original', 'As sent'].filter((side) => page.getByText(side).all().length > 0);

describe('what the model sees', () => {
  test('is the prepared image, pixel by pixel, with its squares, for each detail', async () => {
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.poll(facts).toMatch(/^\d+ × \d+ · 4 squares of 512 px$/);
    await expect.poll(scale).toBeLessThanOrEqual(1);
    await eventually(() => {
      const cells = document.querySelector('[data-ick-part=cells]')?.getBoundingClientRect();
      const shown = image()?.getBoundingClientRect();
      expect(cells?.left).toBeCloseTo(shown?.left ?? NaN, 0);
      expect(cells?.width).toBeGreaterThanOrEqual(shown?.width ?? NaN);
    });

    await userEvent.click(detailMenu());
    await userEvent.click(choice(/^Low.*85 tokens$/));
    await expect.poll(facts).toMatch(/^\d+ × \d+ · one price, whatever the size$/);
    await expect.poll(() => image()?.naturalWidth).toBeLessThanOrEqual(512);
    await expect.poll(() => document.querySelector('[data-ick-part=cells]')).toBeNull();
  });

  test('shows all of the padding, says what it is right below, and switches back', async () => {
    await page.viewport(1280, 720);
    await openImage('photo.jpg');
    await settled();
    const before = placeOf(image());
    const stageBefore = placeOf(stage());
    const button = page.getByRole('button', { name: 'What the model sees' });
    await userEvent.click(button);
    await expect.element(page.getByText(/^Padding/)).toBeVisible();
    await expect.poll(() => document.querySelector('[data-ick-part=cells]')).not.toBeNull();
    await settled();
    await eventually(() => {
      const cells = document.querySelector('[data-ick-part=cells]')?.getBoundingClientRect();
      const box = stage()?.getBoundingClientRect();
      // A 4:3 image in squares of 512 px: the lower half of two of them is padding.
      expect(cells?.width).toBeCloseTo(cells?.height ?? NaN, 0);
      expect(cells?.top).toBeGreaterThanOrEqual(box?.top ?? NaN);
      expect(cells?.bottom).toBeLessThanOrEqual(box?.bottom ?? NaN);
    });
    await eventually(() => {
      const legend = page.getByText(/^Padding/).element();
      const cells = document.querySelector('[data-ick-part=cells]')?.getBoundingClientRect();
      const belowPx = legend.getBoundingClientRect().top - (cells?.bottom ?? NaN);
      expect(belowPx).toBeGreaterThanOrEqual(0);
      expect(belowPx).toBeLessThan(16);
    });
    expect(placeOf(stage())).toEqual(stageBefore);
    await userEvent.click(button);
    await expect.poll(() => placeOf(image())).toEqual(before);
  });

  test.each([360, 768])('keeps the image in its place in a window of %i px', async (width) => {
    await page.viewport(width, 740);
    await openImage('photo.jpg');
    await settled();
    const before = placeOf(stage());
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.element(page.getByRole('slider')).toBeVisible();
    expect(placeOf(stage())).toEqual(before);
  });

  test('a press on the padding keeps it open', async () => {
    await page.viewport(1280, 720);
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.poll(() => document.querySelector('[data-ick-part=cells]')).not.toBeNull();
    await settled();
    const box = stage()?.getBoundingClientRect() ?? new DOMRect();
    const cells = document.querySelector('[data-ick-part=cells]')?.getBoundingClientRect();
    await userEvent.click(page.elementLocator(stage() as HTMLElement), {
      position: { x: box.width / 2, y: (cells?.bottom ?? NaN) - box.top - 10 },
    });
    await expect.element(dialog()).toBeVisible();
  });

  test('is half of the image at first, beside the original, and a slider moves the line', async () => {
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.poll(sides).toEqual(['Original', 'As sent']);
    await expect.poll(() => image()?.style.clipPath).toContain('50%');
    const slider = page.getByRole('slider', { name: 'How much of the original shows' });
    await slider.fill('0');
    await expect.poll(sides).toEqual(['As sent']);
    await slider.fill('100');
    await expect.poll(sides).toEqual(['Original']);
    await slider.fill('40');
    // Arrow keys belong to the slider while it has the focus.
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => image()?.style.clipPath).toContain('41%');
  });

  test('a pointer drags the line, and neither pans, turns nor closes', async () => {
    await openImage('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
    await expect.poll(divider).not.toBeNull();
    await settled();
    const place = placeOf(stage());
    const shown = image()?.getBoundingClientRect() ?? new DOMRect();
    const box = stage()?.getBoundingClientRect() ?? new DOMRect();
    const dragTo = (percent: number): Promise<void> =>
      userEvent.dragAndDrop(
        page.elementLocator(divider() as HTMLElement),
        page.elementLocator(stage() as HTMLElement),
        {
          targetPosition: {
            x: shown.left - box.left + (shown.width * percent) / 100,
            y: shown.top - box.top + 20,
          },
        },
      );
    await dragTo(30);
    await expect.poll(cutPercent).toBeCloseTo(30, 0);
    // The original is not cut into squares.
    const squares = document.querySelector('[data-ick-part=cells]')?.parentElement;
    expect(squares?.style.clipPath).toMatch(/ (?:29|30|31)\S*%\)$/);
    await dragTo(99.9);
    await expect.poll(sides).toEqual(['Original']);
    await dragTo(60);
    await expect.poll(cutPercent).toBeCloseTo(60, 0);
    expect(placeOf(stage())).toEqual(place);
    expect(placeOf(image())).toEqual(placeOf({ getBoundingClientRect: () => shown } as Element));
    await expect.element(dialog()).toBeVisible();
  });
});

describe('the menu of details', () => {
  test('offers equal results once, marks the one in use, and sets another at once', async () => {
    await openImage('photo.jpg');
    await expect.element(detailMenu()).toHaveTextContent('Detail: Auto (high) · 765 tokens');
    detailMenu().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(choice(/^Auto/)).toHaveFocus();
    await expect.element(choice(/^Auto/)).toHaveAttribute('aria-checked', 'true');
    expect(choice(/./).all().length).toBe(2);
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.element(detailMenu()).toHaveTextContent('Detail: Low · 85 tokens');
    await expect.element(detailMenu()).toHaveFocus();
    await expect.poll(detailInTray).toBe('Detail of image 1: Low · 85');
  });

  test('is closed by Escape, which leaves the image open', async () => {
    await openImage('photo.jpg');
    await userEvent.click(detailMenu());
    await expect.element(choice(/^Auto/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(choice(/^Auto/)).not.toBeInTheDocument();
    await expect.element(detailMenu()).toHaveFocus();
    await expect.element(dialog()).toBeVisible();
  });
});

test('the description of an image is written on request, and kept', async () => {
  await openImage('photo.jpg');
  await expect.element(page.getByRole('textbox', { name: 'Description' })).not.toBeInTheDocument();
  const button = page.getByRole('button', { name: 'Description' });
  await settled();
  const before = placeOf(image());
  await userEvent.click(button);
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  expect(placeOf(image())).toEqual(before);
  await expect.element(page.getByRole('textbox', { name: 'Description' })).toHaveFocus();
  await userEvent.keyboard('A beach');
  await expect.poll(() => image()?.alt).toBe('A beach');
  // Escape closes what is open first.
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('a damaged image says in words what is wrong with it', async () => {
  await openImage('truncated.jpg');
  await expect.element(dialog().getByText(/cut short/)).toBeVisible();
});

test('a narrow window has three rows of controls, all inside of it', async () => {
  await page.viewport(360, 740);
  await openImage('photo.jpg');
  await userEvent.click(page.getByRole('button', { name: 'What the model sees' }));
  await expect.element(page.getByRole('slider')).toBeVisible();
  await eventually(() => {
    const box = (dialog().element() as HTMLElement).getBoundingClientRect();
    const controls = dialog().element().querySelectorAll('button, a, input');
    const middles = Array.from(controls, (control) => {
      const { left, right, top, height, width } = control.getBoundingClientRect();
      if (width === 0) return undefined;
      expect(left).toBeGreaterThanOrEqual(box.left);
      expect(right).toBeLessThanOrEqual(box.right);
      return Math.round(top + height / 2);
    }).filter((middle) => middle !== undefined);
    expect(new Set(middles.map((middle) => Math.round(middle / 8))).size).toBe(3);
    const slider = page.getByRole('slider').element().getBoundingClientRect();
    expect(slider.width).toBeGreaterThan(140);
  });
});

async function openSeveral(): Promise<void> {
  const file = await loadFixture('quad.png');
  function Several() {
    const [index, setIndex] = useState(0);
    return (
      <Lightbox
        images={['a', 'b', 'c'].map((id) => ({ id, data: { kind: 'bytes', bytes: file } }))}
        index={index}
        onIndexChange={setIndex}
        onClose={() => {}}
      />
    );
  }
  await render(<Several />);
  await expect.element(page.getByRole('dialog', { name: 'Image 1' })).toBeVisible();
  await expect.poll(scale).toBeGreaterThan(0);
}
const openedImage = (number: number) => page.getByRole('dialog', { name: `Image ${number}` });

describe('several images', () => {
  test('are turned by arrows, Home, End and thumbnails; a small one keeps its pixels', async () => {
    await openSeveral();
    await expect.poll(scale).toBeCloseTo(1, 2);
    await userEvent.keyboard('{End}');
    await expect.element(openedImage(3)).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(openedImage(2)).toBeVisible();
    await userEvent.keyboard('{Home}');
    await expect.element(openedImage(1)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Image 2' }));
    await expect.element(openedImage(2)).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Image 2' }))
      .toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Image 3' })).toHaveFocus();
  });

  test('are turned by a finger', async () => {
    await openSeveral();
    const element = stage() as HTMLElement;
    // A pointer that the browser did not make itself cannot be captured.
    element.setPointerCapture = () => {};
    const box = element.getBoundingClientRect();
    const swipe = (fromX: number, toX: number): void => {
      const finger = { pointerId: 1, pointerType: 'touch', bubbles: true };
      const clientY = box.top + box.height / 2;
      for (const [type, clientX] of [
        ['pointerdown', fromX],
        ['pointermove', (fromX + toX) / 2],
        ['pointermove', toX],
        ['pointerup', toX],
      ] as const) {
        element.dispatchEvent(new PointerEvent(type, { ...finger, clientX, clientY }));
      }
    };
    const middle = box.left + box.width / 2;
    swipe(middle, middle - 100);
    await expect.element(openedImage(2)).toBeVisible();
    await expect.poll(scale).toBeGreaterThan(0);
    swipe(middle, middle + 100);
    await expect.element(openedImage(1)).toBeVisible();
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
  await expect.poll(facts).toMatch(/765 tokens · 4 squares of 512 px$/);
  await expect.element(page.getByRole('slider')).toBeVisible();
  await expect.element(detailMenu()).not.toBeInTheDocument();
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
  await expect.poll(facts).toMatch(/4 squares of 512 px$/);
  await expect.element(page.getByRole('slider')).not.toBeInTheDocument();
  await expect.poll(() => image()?.style.clipPath).toContain('0%');
});
