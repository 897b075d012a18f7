import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { UseImagePickerOptions, UseIntakeOptions } from '../../../src/index.js';
import { useImagePicker } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

function Picker(options: UseImagePickerOptions) {
  const { inputProps, open } = useImagePicker(options);
  return (
    <>
      <input {...inputProps} />
      <button type="button" onClick={open}>
        Add images
      </button>
    </>
  );
}

async function setUp(options: Partial<UseImagePickerOptions> = {}) {
  const onImages = vi.fn<UseIntakeOptions['onImages']>();
  const screen = await render(
    <StrictMode>
      <Picker onImages={onImages} {...options} />
    </StrictMode>,
  );
  const input = screen.container.querySelector('input');
  if (!input) throw new Error('There is no input.');
  return { ...screen, input, onImages };
}

async function pick(input: HTMLInputElement, ...names: readonly string[]): Promise<void> {
  const data = new DataTransfer();
  for (const name of names) data.items.add(await loadFixture(name));
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('a file dialog', () => {
  test('opens from any button', async () => {
    const { input, getByRole } = await setUp();
    const onClick = vi.fn((event: Event) => event.preventDefault());
    input.addEventListener('click', onClick);
    await getByRole('button').click();
    expect(onClick).toHaveBeenCalledOnce();
  });

  test('gives images in the order they were picked, and takes the same file twice', async () => {
    const { input, onImages } = await setUp();
    await pick(input, 'quad.png', 'quad.gif');
    expect(input.value).toBe('');
    await pick(input, 'quad.png');
    await eventually(() => expect(onImages).toHaveBeenCalledTimes(2));
    expect(onImages.mock.calls).toMatchObject([
      [[{ name: 'quad.png', from: 'pick' }, { name: 'quad.gif' }], 'pick'],
      [[{ name: 'quad.png' }], 'pick'],
    ]);
  });

  test('offers images, among them iPhone photos on systems that do not know them', async () => {
    const { input } = await setUp();
    expect(input).toMatchObject({ accept: 'image/*,.heic,.heif', multiple: true, hidden: true });
    const { input: narrow } = await setUp({ accept: ['image/png'], isMultiple: false });
    expect(narrow).toMatchObject({ accept: 'image/png', multiple: false });
    const { input: folder } = await setUp({ isFolder: true });
    expect(folder.webkitdirectory).toBe(true);
    const { input: phone } = await setUp({ capture: 'environment' });
    expect(phone.getAttribute('capture')).toBe('environment');
    expect(phone.multiple).toBe(false);
  });
});
