import { StrictMode } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useImageClipboard, type UseIntakeOptions } from '../../../src/index.js';
import { eventually } from '../../helpers/eventually.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { setPermission } from '../../helpers/permission.js';

function PasteButton(options: UseIntakeOptions) {
  const { isAvailable, paste } = useImageClipboard(options);
  return (
    <button type="button" disabled={!isAvailable} onClick={() => void paste()}>
      Paste
    </button>
  );
}

async function setUp(options: Partial<UseIntakeOptions> = {}) {
  const onImages = vi.fn<UseIntakeOptions['onImages']>();
  const onRejections = vi.fn<NonNullable<UseIntakeOptions['onRejections']>>();
  const { getByRole } = await render(
    <StrictMode>
      <PasteButton onImages={onImages} onRejections={onRejections} {...options} />
    </StrictMode>,
  );
  const button = getByRole('button');
  const copy = async (content: Record<string, Blob>): Promise<void> => {
    // A browser hands the clipboard to a page with the focus only.
    (button.element() as HTMLElement).focus();
    await navigator.clipboard.write([new ClipboardItem(content)]);
  };
  const refused = () => onRejections.mock.calls.flatMap(([rejections]) => rejections);
  return { button, copy, onImages, refused };
}

const text = (words: string): Blob => new Blob([words], { type: 'text/plain' });

describe('a paste button', () => {
  test('takes the image in the clipboard, also beside text', async () => {
    const { button, copy, onImages, refused } = await setUp();
    await copy({ 'image/png': await loadFixture('quad.png'), 'text/plain': text('A1\tB1') });
    await button.click();
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
    const [images, from] = onImages.mock.calls[0] ?? [];
    expect(from).toBe('paste');
    expect(images).toMatchObject([{ info: { mediaType: 'image/png', width: 96, height: 64 } }]);
    expect(images?.[0]?.name).toMatch(/^Pasted image \d+\.png$/);
    expect(refused()).toEqual([]);
  });

  test('takes an image that is written out in an address', async () => {
    const { button, copy, onImages } = await setUp();
    const bytes = new Uint8Array(await (await loadFixture('quad.gif')).arrayBuffer());
    await copy({
      'text/plain': text(`data:image/gif;base64,${btoa(String.fromCharCode(...bytes))}`),
    });
    await button.click();
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
    expect(onImages.mock.calls[0]?.[0]).toMatchObject([{ info: { mediaType: 'image/gif' } }]);
  });

  test('takes the type that every browser opens, though another one is offered first', async () => {
    const { button, onImages, refused } = await setUp();
    // Chromium writes no TIFF to the clipboard. macOS does, before PNG.
    const png = await loadFixture('quad.png');
    const item = { types: ['image/tiff', 'image/png'], getType: () => Promise.resolve(png) };
    const read = vi.spyOn(navigator.clipboard, 'read').mockResolvedValue([item as never]);
    onTestFinished(() => read.mockRestore());
    await button.click();
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
    expect(onImages.mock.calls[0]?.[0][0]?.file.type).toBe('image/png');
    expect(refused()).toEqual([]);
  });

  test('says that there is no image', async () => {
    const { button, copy, onImages, refused } = await setUp();
    await copy({ 'text/plain': text('only words') });
    await button.click();
    await eventually(() => expect(refused()).toMatchObject([{ code: 'clipboard-empty' }]));
    expect(refused()[0]?.message).toMatch(/no image in the clipboard/);
    expect(onImages).not.toHaveBeenCalled();
  });

  test('says what to do where reading the clipboard was refused', async () => {
    const { button, refused } = await setUp();
    await setPermission('clipboard-read', 'denied');
    try {
      await button.click();
      await eventually(() => expect(refused()).toMatchObject([{ code: 'clipboard-refused' }]));
      expect(refused()[0]?.message).toMatch(/Ctrl\+V/);
    } finally {
      await setPermission('clipboard-read', 'granted');
    }
  });
});
