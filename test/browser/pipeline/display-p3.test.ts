import { expect, test } from 'vitest';
import { convertDisplayP3, isDisplayP3 } from '../../../src/pipeline/decode/display-p3.js';

const COLOURS = [
  [200, 30, 30],
  [30, 180, 60],
  [40, 60, 210],
  [128, 128, 128],
  [250, 200, 40],
] as const;

/** What the browser itself makes of a colour in Display P3. */
function reference([red, green, blue]: (typeof COLOURS)[number]): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = `color(display-p3 ${red / 255} ${green / 255} ${blue / 255})`;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

test('values in Display P3 become the colours that the browser shows for them', async () => {
  const [width, height] = [600, 4000];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const bandPx = height / COLOURS.length;
  for (const [at, [red, green, blue]] of COLOURS.entries()) {
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(0, at * bandPx, width, bandPx);
  }
  const made = await convertDisplayP3(await createImageBitmap(canvas));
  expect([made.width, made.height]).toEqual([width, height]);
  context.drawImage(made, 0, 0);
  for (const [at, colour] of COLOURS.entries()) {
    for (const y of [at * bandPx, (at + 1) * bandPx - 1]) {
      const { data } = context.getImageData(width - 1, y, 1, 1);
      const wanted = reference(colour);
      const off = Math.max(
        ...wanted.map((value, channel) => Math.abs(value - (data[channel] ?? 0))),
      );
      expect(off).toBeLessThanOrEqual(2);
    }
  }
});

const utf16 = (text: string): string => Array.from(text, (letter) => `\0${letter}`).join('');
const file = (text: string): Blob =>
  new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]);

test.each([
  ['an iPhone names its profile', `....ftypheic..colrprof....mluc${utf16('Display P3')}`, true],
  ['a file names the primaries', '..colrnclx\0\x0c\0\x0d\0\x06\x80', true],
  ['another profile', `..colrprof....mluc${utf16('sRGB IEC61966-2.1')}`, false],
  ['the primaries of sRGB', '..colrnclx\0\x01\0\x0d\0\x06\x80', false],
  ['a file without colours', '....ftypheic', false],
])('%s', async (_what, text, expected) => {
  expect(await isDisplayP3(file(text))).toBe(expected);
});
