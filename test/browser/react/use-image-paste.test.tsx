import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { UseImagePasteOptions, UseIntakeOptions } from '../../../src/index.js';
import { useImagePaste } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

function Field(options: UseImagePasteOptions) {
  const { pasteProps } = useImagePaste(options);
  return (
    <form {...pasteProps}>
      <textarea />
    </form>
  );
}

async function setUp(options: Partial<UseImagePasteOptions> = {}) {
  const onImages = vi.fn<UseIntakeOptions['onImages']>();
  const { container } = await render(
    <StrictMode>
      <Field onImages={onImages} {...options} />
    </StrictMode>,
  );
  const paste = (clipboardData: DataTransfer): ClipboardEvent => {
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
    container.querySelector('textarea')?.dispatchEvent(event);
    return event;
  };
  return { onImages, paste };
}

async function clipboard(text: string, ...names: readonly string[]): Promise<DataTransfer> {
  const data = new DataTransfer();
  for (const name of names) {
    const file = await loadFixture(name);
    data.items.add(new File([file], 'image.png', { type: file.type }));
  }
  if (text) data.setData('text/plain', text);
  return data;
}

describe('pasting', () => {
  test('an image adds it, with a name that tells it from the next', async () => {
    const { onImages, paste } = await setUp();
    expect(paste(await clipboard('', 'quad.png')).defaultPrevented).toBe(true);
    expect(paste(await clipboard('', 'quad_alpha.png')).defaultPrevented).toBe(true);
    await eventually(() => expect(onImages).toHaveBeenCalledTimes(2));
    const [first, second] = onImages.mock.calls.map(([images]) => images[0]);
    expect(first?.from).toBe('paste');
    expect(first?.name).not.toBe(second?.name);
  });

  test('text with an image of it pastes the text', async () => {
    const { onImages, paste } = await setUp();
    expect(paste(await clipboard('A1\tB1', 'quad.png')).defaultPrevented).toBe(false);
    expect(paste(await clipboard('only words')).defaultPrevented).toBe(false);
    paste(await clipboard('', 'quad_alpha.png'));
    await eventually(() => expect(onImages).toHaveBeenCalled());
    expect(onImages).toHaveBeenCalledOnce();
  });

  test('text with an image of it pastes the image, or both, where the app wants that', async () => {
    const both = await setUp({ mixedContent: 'both' });
    expect(both.paste(await clipboard('A1\tB1', 'quad.png')).defaultPrevented).toBe(false);
    await eventually(() => expect(both.onImages).toHaveBeenCalledOnce());
    const images = await setUp({ mixedContent: 'images' });
    expect(images.paste(await clipboard('A1\tB1', 'quad.png')).defaultPrevented).toBe(true);
    await eventually(() => expect(images.onImages).toHaveBeenCalledOnce());
  });

  test('the address of an image pastes the image, but only where the app lets it be fetched', async () => {
    const address = new URL('../../fixtures/images/quad.png', import.meta.url).href;
    const asText = await setUp();
    expect(asText.paste(await clipboard(address)).defaultPrevented).toBe(false);
    const fetched = await setUp({ fetchLinks: true });
    expect(fetched.paste(await clipboard(address)).defaultPrevented).toBe(true);
    await eventually(() => expect(fetched.onImages).toHaveBeenCalledOnce());
    expect(fetched.onImages.mock.calls[0]?.[0]).toMatchObject([{ name: 'quad.png' }]);
    expect(fetched.paste(await clipboard(`Look at ${address}`)).defaultPrevented).toBe(false);
  });

  test('where it is turned off is left to the browser', async () => {
    const { paste } = await setUp({ isDisabled: true });
    expect(paste(await clipboard('', 'quad.png')).defaultPrevented).toBe(false);
  });
});
