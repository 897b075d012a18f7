import { StrictMode, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { KitRoot } from '../../../src/index.js';
import { MarkupDialog, type MarkupResult } from '../../../src/markup.js';
import type { Markup } from '../../../src/markup/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';
import { measureBusy } from '../../helpers/measure-busy.js';
import { colourName, readPixels } from '../pipeline/read-pixels.js';
import { largePhoto } from './large-photo.js';
import { at, drag, frame, holdPointers, point, stage } from './on-stage.js';

const dialog = () => page.getByRole('dialog');
const tool = (name: string) => page.getByRole('radio', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const canvasWidth = () => document.querySelector('canvas')?.getBoundingClientRect().width ?? 0;
const said = () => document.querySelector('[data-ick-part=markup-announcer]')?.textContent;

interface Opened {
  results: MarkupResult[];
  result: () => Promise<MarkupResult>;
  onRevert: ReturnType<typeof vi.fn>;
}

/** The editor over a page with a button that opened it. */
async function open(
  source: Blob,
  { markup, sources = [source] }: { markup?: Markup; sources?: readonly Blob[] } = {},
): Promise<Opened> {
  const results: MarkupResult[] = [];
  const onRevert = vi.fn();
  function Page() {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <KitRoot theme="light">
        <button type="button" onClick={() => setIsOpen(true)}>
          Open
        </button>
        {isOpen && (
          <MarkupDialog
            sources={sources}
            name="photo.jpg"
            markup={markup}
            onRevert={onRevert}
            onClose={() => setIsOpen(false)}
            onApply={(result) => {
              results.push(result);
              setIsOpen(false);
            }}
          />
        )}
      </KitRoot>
    );
  }
  await page.viewport(800, 700);
  await render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
  await button('Open').click();
  await expect.element(dialog()).toBeVisible();
  const result = async (): Promise<MarkupResult> => {
    await expect.poll(() => results.length).toBe(1);
    await expect.element(dialog()).not.toBeInTheDocument();
    return results[0] as MarkupResult;
  };
  return { results, result, onRevert };
}

async function openQuad(markup?: Markup): Promise<Opened> {
  const opened = await open(await loadFixture('quad.png'), markup ? { markup } : {});
  await expect.element(stage()).toBeVisible();
  return opened;
}

/** The colour on the screen, at shares of the image's sides. */
function shown(x: number, y: number): string {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-ick-part=markup-stage] canvas');
  const data = canvas
    ?.getContext('2d')
    ?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
  return colourName([...(data ?? [])]);
}

const touch = (pointerId: number) => ({ pointerType: 'touch', pointerId });
const handle = (name: string) => document.querySelector(`[data-handle=${name}]`) as Element;

describe('by pointer', () => {
  test('the image is on the screen from the first moment', async () => {
    await openQuad();
    await expect.poll(() => shown(0.2, 0.2)).toBe('red');
    await expect.poll(() => shown(0.8, 0.8)).toBe('yellow');
  });

  test('a blackout is drawn, moved, and destroys what is under it', async () => {
    const { result } = await openQuad();
    await tool('Redact').click({ force: true });
    await drag([0.1, 0.1], [0.3, 0.3]);
    await expect.poll(() => shown(0.2, 0.2)).toBe('black');
    await tool('Select').click({ force: true });
    await drag([0.2, 0.2], [0.7, 0.7]);
    await expect.poll(() => shown(0.2, 0.2)).toBe('red');
    await expect.poll(() => shown(0.7, 0.7)).toBe('black');
    await button('Done').click();
    const { file, width, height, markup } = await result();
    expect([file.type, width, height]).toEqual(['image/png', 96, 64]);
    expect(markup.marks).toHaveLength(1);
    const pixels = await readPixels(file);
    expect(pixels.at(0.7, 0.7)).toEqual([0, 0, 0, 255]);
    expect(colourName(pixels.at(0.2, 0.2))).toBe('red');
  });

  test.each([
    { name: 'mouse', init: { pointerType: 'mouse' } },
    { name: 'pen', init: { pointerType: 'pen', pressure: 0.4 } },
    { name: 'touch', init: { pointerType: 'touch' } },
  ])('a line is drawn by $name', async ({ init }) => {
    await openQuad();
    await tool('black').click({ force: true });
    await tool('bold').click({ force: true });
    await drag([0.1, 0.25], [0.9, 0.25], stage().element(), init);
    await expect.poll(() => shown(0.5, 0.25)).toBe('black');
    await expect.poll(() => shown(0.5, 0.1)).toMatch(/red|green/);
  });

  test('a mark that is selected shows how it looks, and looks otherwise when asked', async () => {
    await openQuad();
    await tool('black').click({ force: true });
    await tool('bold').click({ force: true });
    await drag([0.1, 0.25], [0.9, 0.25]);
    await tool('white').click({ force: true });
    await tool('Select').click({ force: true });
    await drag([0.5, 0.25], [0.5, 0.25]);
    await expect.element(tool('black')).toBeChecked();
    await expect.element(tool('bold')).toBeChecked();
    await tool('yellow').click({ force: true });
    await expect.poll(() => shown(0.3, 0.25)).toBe('yellow');
    await button('Remove').click();
    await expect.poll(() => shown(0.3, 0.25)).toBe('red');
  });

  test('a box asks what is in it, and that becomes the legend', async () => {
    const { result } = await openQuad();
    await tool('Box').click({ force: true });
    await drag([0.2, 0.2], [0.4, 0.4]);
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('the red corner{Enter}');
    await expect.element(stage()).toHaveFocus();
    await drag([0.6, 0.6], [0.8, 0.8]);
    await userEvent.keyboard('the yellow one');
    await button('Done').click();
    expect((await result()).legend).toBe('1: the red corner\n2: the yellow one');
  });

  test('a press without a way draws no box, and two fingers draw nothing', async () => {
    await openQuad();
    await tool('Redact').click({ force: true });
    await drag([0.5, 0.5], [0.501, 0.501]);
    await expect.element(button('Undo')).toBeDisabled();

    holdPointers();
    const element = stage().element();
    const before = canvasWidth();
    point('pointerdown', element, at(0.4, 0.5), touch(1));
    point('pointerdown', element, at(0.6, 0.5), touch(2));
    point('pointermove', element, at(0.2, 0.5), touch(1));
    await frame();
    point('pointermove', element, at(0.9, 0.5), touch(2));
    await frame();
    point('pointerup', element, at(0.2, 0.5), touch(1));
    point('pointerup', element, at(0.9, 0.5), touch(2));
    await frame();
    await expect.element(button('Undo')).toBeDisabled();
    await expect.poll(canvasWidth).toBeGreaterThan(before);
  });

  test('a crop is drawn by its handles, in the shape that is chosen', async () => {
    const { result } = await openQuad();
    await tool('Crop').click({ force: true });
    await drag([1, 1], [0.5, 0.5], handle('se'));
    await expect
      .poll(() => document.querySelectorAll('[data-ick-part=markup-crop]').length)
      .toBe(1);
    await tool('1:1').click({ force: true });
    await button('Turn right').click();
    await button('Done').click();
    const { file, width, height } = await result();
    expect([width, height]).toEqual([64, 64]);
    const { at: pixel } = await readPixels(file);
    expect(colourName(pixel(0.1, 0.1))).toBe('blue');
    expect(colourName(pixel(0.9, 0.1))).toBe('red');
  });
});

describe('by keyboard alone', () => {
  test('a blackout is put in, moved, resized, undone, done again and applied', async () => {
    const { result } = await openQuad();
    (tool('Pen').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await expect.element(tool('Redact')).toBeChecked();
    await userEvent.tab();
    await expect.element(button('Add redaction')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(stage()).toHaveFocus();
    await expect.poll(said).toMatch(/^Redaction 1 added/);

    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(said).toBe('34 % from the left, 40 % from the top');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(said).toMatch(/ by 15 pixels$/);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => shown(0.5, 0.45)).not.toBe('black');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => shown(0.5, 0.45)).toBe('black');
    await userEvent.keyboard('{Control>}zzz{/Control}');
    await expect.poll(() => shown(0.5, 0.45)).not.toBe('black');
    await userEvent.keyboard('{Control>}{Shift>}zzz{/Shift}{/Control}');
    await expect.poll(() => shown(0.5, 0.45)).toBe('black');

    await userEvent.keyboard('{Enter}');
    const { file } = await result();
    expect((await readPixels(file)).at(0.5, 0.45)).toEqual([0, 0, 0, 255]);
    await expect.element(button('Open')).toHaveFocus();
  });

  test('marks are walked through, and a crop is made', async () => {
    const { result } = await openQuad();
    for (const [name, insert] of [
      ['Box', 'Add box'],
      ['Arrow', 'Add arrow'],
      ['Text', 'Add text'],
    ] as const) {
      (tool(name).element() as HTMLElement).focus();
      await userEvent.keyboard(' ');
      (button(insert).element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
    }
    await userEvent.keyboard('{PageDown}');
    await expect.poll(said).toBe('Box 1 selected, 1 of 3');
    await userEvent.keyboard('{PageUp}{PageUp}');
    await expect.poll(said).toBe('Arrow 1 selected, 2 of 3');

    (tool('Crop').element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    (stage().element() as HTMLElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowUp}{/Shift}{ArrowRight}');
    await expect.poll(said).toMatch(/from the left/);
    await userEvent.keyboard('{Enter}');
    const { width, height, markup } = await result();
    expect([width, height]).toEqual([94, 63]);
    expect(markup.crop).toMatchObject({ x: 1, y: 0 });
    expect(markup.marks.map(({ type }) => type)).toEqual(['box', 'arrow', 'text']);
  });

  test('Escape closes at once where nothing was done, and asks where something was', async () => {
    await openQuad();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(button('Open')).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    await expect.element(stage()).toBeVisible();
    await tool('Text').click({ force: true });
    await button('Add text').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await expect.element(button('Keep editing')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(stage()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await button('Discard').click();
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});

describe('the tools', () => {
  test('are chosen by a letter, which a text takes as text', async () => {
    await openQuad();
    await userEvent.keyboard('r');
    await expect.element(tool('Redact')).toBeChecked();
    await userEvent.keyboard('b');
    await expect.element(tool('Box')).toBeChecked();
    await drag([0.2, 0.2], [0.6, 0.6]);
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('var');
    await expect.element(page.getByRole('textbox')).toHaveValue('var');
    await expect.element(tool('Box')).toBeChecked();
  });

  test('and their options never move the image', async () => {
    await openQuad();
    for (const width of [360, 700, 1000]) {
      await page.viewport(width, 700);
      const places: number[] = [];
      for (const key of ['v', 'p', 'a', 'b', 't', 'r']) {
        (stage().element() as HTMLElement).focus();
        await userEvent.keyboard(key);
        await drag([0.2, 0.2], [0.6, 0.6]);
        await frame();
        places.push(stage().element().getBoundingClientRect().height);
      }
      expect(new Set(places).size).toBe(1);
    }
  });

  test('keep a text inside of the image, wherever it is put and however long it becomes', async () => {
    const { result } = await openQuad();
    await userEvent.keyboard('t');
    await drag([1.4, -0.5], [1.4, -0.5]);
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('W');
    await button('Done').click();
    const { file } = await result();
    const { data, width, height } = await readPixels(file);
    const plain = await readPixels(await loadFixture('quad.png'));
    let changed = 0;
    for (let index = 0; index < width * height; index += 1) {
      const isSame = [0, 1, 2].every(
        (channel) =>
          Math.abs((data[index * 4 + channel] ?? 0) - (plain.data[index * 4 + channel] ?? 0)) < 8,
      );
      if (!isSame) changed += 1;
    }
    expect(changed).toBeGreaterThan(10);
  });
});

describe('an image', () => {
  test('that was marked up before goes on where it was left, and can be taken back', async () => {
    const markup: Markup = {
      isFlipped: true,
      turns: 0,
      marks: [{ type: 'redaction', id: 'r', rect: { x: 0, y: 0, width: 48, height: 32 } }],
    };
    const { onRevert, results } = await openQuad(markup);
    await expect.poll(() => shown(0.75, 0.25)).toBe('black');
    await expect.poll(() => shown(0.25, 0.25)).toBe('green');
    await button('Done').click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(results).toEqual([]);
    await button('Open').click();
    await button('Revert to original').click();
    await expect.poll(() => onRevert.mock.calls).toHaveLength(1);
  });

  test('that is broken is told of in plain words, and can be closed', async () => {
    await open(await loadFixture('html_named.png'));
    await expect
      .poll(() => document.querySelector('[role=alert]')?.textContent)
      .toContain('cannot be opened');
    await button('Close').click();
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test('that this browser cannot read is taken as it was prepared', async () => {
    const prepared = await loadFixture('quad.png');
    const { result } = await open(prepared, {
      sources: [await loadFixture('header_only.heic'), prepared],
    });
    await expect.element(stage()).toBeVisible();
    await tool('Text').click({ force: true });
    await button('Add text').click();
    await button('Done').click();
    expect((await result()).source).toBe(prepared);
  });

  test('of 48 megapixels is edited on a small copy, and written at its full size', async () => {
    const source = await largePhoto();
    const { result: opened, busyMs } = await measureBusy(async () => {
      const dialogOfPhoto = await open(source);
      await expect.element(stage()).toBeVisible();
      return dialogOfPhoto;
    });
    expect(busyMs).toBeLessThan(2000);
    await expect.poll(() => document.querySelector('canvas')?.width).toBe(2048);
    await tool('Redact').click({ force: true });
    await drag([0.5, 0.5], [0.6, 0.6]);
    await button('Done').click();
    const { file, width, height, markup } = await opened.result();
    expect([width, height]).toEqual([8000, 6000]);
    const [mark] = markup.marks;
    expect(mark?.type === 'redaction' && Math.abs(mark.rect.x - 4000)).toBeLessThan(20);
    const part = await createImageBitmap(file, 4300, 3200, 10, 10);
    const context = new OffscreenCanvas(10, 10).getContext('2d');
    context?.drawImage(part, 0, 0);
    expect(context?.getImageData(5, 5, 1, 1).data).toEqual(new Uint8ClampedArray([0, 0, 0, 255]));
  });

  test.each([
    [360, 640],
    [768, 700],
    [900, 700],
    [1280, 800],
  ])('fits a page of %i × %i, with every target large enough for a finger', async (w, h) => {
    await openQuad();
    await page.viewport(w, h);
    await tool('Box').click({ force: true });
    await button('Add box').click();
    await frame();
    await eventually(() => {
      const element = document.querySelector('dialog');
      expect(element?.scrollWidth).toBeLessThanOrEqual(w);
      for (const target of element?.querySelectorAll('button, label, input[type=text]') ?? []) {
        // A phone has no room for all of them.
        if (!target.checkVisibility()) continue;
        const { left, right, top, bottom, width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        const isInside = [left >= 0, right <= w, top >= 0, bottom <= h];
        expect(isInside).toEqual([true, true, true, true]);
      }
    });
  });
});
