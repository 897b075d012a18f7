import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { KitRoot } from '../../../src/index.js';
import { MarkupDialog } from '../../../src/markup.js';
import { eventually } from '../../helpers/eventually.js';
import { drawImage, fill } from '../../helpers/draw-image.js';
import { drag, stage } from './on-stage.js';

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

let hostStyle: HTMLStyleElement | undefined;

afterEach(() => hostStyle?.remove());

const whiteImage = (): Promise<Blob> =>
  drawImage(400, 300, { draw: fill('white'), type: 'image/png' });

const edgesOf = (element: Element | null): Edges => {
  const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
  return { left, top, right, bottom };
};

const selection = () => document.querySelector('[data-ick-part=markup-selection]');

/** Where the page shows the black pixels of the canvas. */
function blackEdges(): Edges {
  const canvas = stage().element().querySelector('canvas') as HTMLCanvasElement;
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  const edges = { left: width, top: height, right: 0, bottom: 0 };
  for (let index = 0; index < width * height; index += 1) {
    if ((data?.[index * 4] ?? 255) > 127) continue;
    const column = index % width;
    const row = Math.floor(index / width);
    edges.left = Math.min(edges.left, column);
    edges.top = Math.min(edges.top, row);
    edges.right = Math.max(edges.right, column + 1);
    edges.bottom = Math.max(edges.bottom, row + 1);
  }
  const box = canvas.getBoundingClientRect();
  const scale = box.width / width;
  return {
    left: box.left + edges.left * scale,
    top: box.top + edges.top * scale,
    right: box.left + edges.right * scale,
    bottom: box.top + edges.bottom * scale,
  };
}

test.each([
  ['a bare page', ''],
  ['a page with border boxes', '*, *::before, *::after { box-sizing: border-box }'],
  [
    'a page with rules for buttons and elements',
    `button, input, label, fieldset { padding: 20px; margin: 9px; border: 5px dotted lime; min-height: 60px }
     div, span { padding: 3px; float: left } canvas { border: 9px solid red; margin: 20px; max-width: 20px }`,
  ],
  ['a page with content boxes and borders', '* { box-sizing: content-box; border: 4px solid red }'],
])('the frame of what is selected is exactly around the mark: %s', async (_, css) => {
  hostStyle = document.head.appendChild(document.createElement('style'));
  hostStyle.textContent = css;
  await page.viewport(800, 700);
  const source = await whiteImage();
  await render(
    <KitRoot theme="light">
      <MarkupDialog sources={[source]} onApply={() => {}} onClose={() => {}} />
    </KitRoot>,
  );
  await expect.element(stage()).toBeVisible();
  await page.getByRole('radio', { name: 'Redact', exact: true }).click({ force: true });
  await drag([0.2, 0.3], [0.6, 0.7]);
  await expect.poll(selection).not.toBeNull();
  // The frame is placed once the mark is drawn.
  await eventually(() => {
    const mark = blackEdges();
    const selected = edgesOf(selection());
    const line = edgesOf(selection()?.firstElementChild ?? null);
    const sides = ['left', 'top', 'right', 'bottom'] as const;
    for (const side of sides) {
      // A pixel of the canvas, which the mark may cover in part.
      expect(Math.abs(selected[side] - mark[side])).toBeLessThan(1.5);
      expect(Math.abs(line[side] - selected[side])).toBeCloseTo(3);
    }
    const corners = Array.from(document.querySelectorAll('[data-ick-part=markup-handle]'), edgesOf);
    expect(corners.length).toBe(4);
    for (const { left, right, top, bottom } of corners) {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      expect(Math.min(Math.abs(x - selected.left), Math.abs(x - selected.right))).toBeLessThan(0.5);
      expect(Math.min(Math.abs(y - selected.top), Math.abs(y - selected.bottom))).toBeLessThan(0.5);
    }
  });
});
