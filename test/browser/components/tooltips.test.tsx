import { Trash2, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { IconButton, KitRoot } from '../../../src/index.js';
import { eventually } from '../../helpers/eventually.js';

const tooltip = () => page.getByRole('tooltip');
const remove = () => page.getByRole('button', { name: 'Remove everything' });
let hostStyle: HTMLStyleElement | undefined;

// The pointer is somewhere that shows nothing, whatever the test before pressed.
afterEach(async () => {
  hostStyle?.remove();
  await userEvent.unhover(document.body);
});

function Buttons({ dir = 'ltr' }: { dir?: 'ltr' | 'rtl' }): ReactElement {
  return (
    <KitRoot theme="light" dir={dir} style={{ overflow: 'hidden', height: 200 }}>
      <div style={{ display: 'flex', justifyContent: 'space-between', paddingTop: 80 }}>
        <IconButton icon={X} label="Close" />
        <IconButton icon={Trash2} label="Remove everything" keys="R" />
      </div>
    </KitRoot>
  );
}

async function focusByKey(): Promise<void> {
  (page.getByRole('button', { name: 'Close' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Tab}');
  await expect.element(remove()).toHaveFocus();
}

function reach(element: Element, pointerType: string, buttons = 0): void {
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType, buttons }));
}

function point(type: string, target: Element, clientX: number): void {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, clientY: 5 }));
}

describe('a tooltip', () => {
  test('shows the label and its key while a pointer is over the button', async () => {
    await render(<Buttons />);
    await expect.element(tooltip()).not.toBeInTheDocument();
    await userEvent.hover(remove());
    await expect.element(tooltip()).toHaveTextContent('Remove everythingR');
    await expect.element(remove()).toHaveAccessibleName('Remove everything');
    await expect.element(remove()).not.toHaveAttribute('title');
    await userEvent.hover(page.getByRole('button', { name: 'Close' }));
    await expect.element(tooltip()).toHaveTextContent('Close');
    expect(document.querySelectorAll('[role=tooltip]').length).toBe(1);
  });

  test('shows at once when the focus arrives by key, and is dismissed by Escape', async () => {
    await render(<Buttons />);
    await focusByKey();
    await expect.element(tooltip()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(tooltip()).not.toBeInTheDocument();
    await expect.element(remove()).toHaveFocus();
  });

  test('goes when the button is pressed', async () => {
    await render(<Buttons />);
    await userEvent.hover(remove());
    await expect.element(tooltip()).toBeVisible();
    await userEvent.click(remove());
    await expect.element(tooltip()).not.toBeInTheDocument();
  });

  test('goes when something is dragged over the page', async () => {
    await render(<Buttons />);
    await focusByKey();
    await expect.element(tooltip()).toBeVisible();
    document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true }));
    await expect.element(tooltip()).not.toBeInTheDocument();
  });

  test('is not shown by a touch', async () => {
    await render(<Buttons />);
    reach(remove().element(), 'touch');
    // The one that a mouse reaches next is shown: the touch was heard, and left nothing to wait for.
    reach(page.getByRole('button', { name: 'Close' }).element(), 'mouse');
    await expect.element(tooltip()).toHaveTextContent('Close');
    expect(document.querySelectorAll('[role=tooltip]').length).toBe(1);
  });

  test('is not shown of what is dragged', async () => {
    await render(<Buttons />);
    reach(remove().element(), 'mouse', 1);
    reach(page.getByRole('button', { name: 'Close' }).element(), 'mouse');
    await expect.element(tooltip()).toHaveTextContent('Close');
    expect(document.querySelectorAll('[role=tooltip]').length).toBe(1);
  });

  test('is not shown by what opens under a pointer that rests after its press', async () => {
    await render(<Buttons />);
    const close = page.getByRole('button', { name: 'Close' }).element();
    point('pointerdown', close.parentElement as Element, 5);
    point('pointerover', remove().element(), 5);
    // The one that a moving pointer reaches next is shown: nothing was waited for.
    point('pointerover', close, 7);
    await expect.element(tooltip()).toHaveTextContent('Close');
    point('pointerdown', close, 7);
    point('pointerover', remove().element(), 7);
    point('pointermove', remove().element(), 9);
    await expect.element(tooltip()).toHaveTextContent('Remove everythingR');
  });

  test('covers none of the controls of a bar', async () => {
    await render(
      <KitRoot theme="light" style={{ paddingTop: 80 }}>
        <div data-ick-tooltip-area="" style={{ display: 'grid', justifyItems: 'start' }}>
          <IconButton icon={X} label="Close" />
          <IconButton icon={Trash2} label="Remove everything" />
        </div>
      </KitRoot>,
    );
    await focusByKey();
    await expect.element(tooltip()).toBeVisible();
    await eventually(() => {
      const above = page.getByRole('button', { name: 'Close' }).element().getBoundingClientRect();
      expect(tooltip().element().getBoundingClientRect().bottom).toBeLessThanOrEqual(above.top);
    });
  });

  test.each([
    ['from left to right', 'ltr', ''],
    ['from right to left', 'rtl', ''],
    [
      'on a page with rules for elements',
      'ltr',
      '* { box-sizing: content-box } div { position: static; float: left; padding: 40px; width: 900px } kbd { display: block }',
    ],
  ] as const)('is inside of the window and next to its button, %s', async (_, dir, css) => {
    await page.viewport(360, 500);
    hostStyle = document.head.appendChild(document.createElement('style'));
    hostStyle.textContent = css;
    await render(<Buttons dir={dir} />);
    await focusByKey();
    await expect.element(tooltip()).toBeVisible();
    await eventually(() => {
      const { left, right, top, bottom, height } = tooltip().element().getBoundingClientRect();
      const button = remove().element().getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(360);
      expect(height).toBeLessThan(40);
      expect(Math.min(Math.abs(button.top - bottom), Math.abs(top - button.bottom))).toBeLessThan(
        10,
      );
      expect(right).toBeGreaterThan(button.left);
      expect(left).toBeLessThan(button.right);
    });
  });
});
