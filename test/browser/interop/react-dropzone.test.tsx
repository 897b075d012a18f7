import type { FileRejection } from 'react-dropzone';
import { useDropzone } from 'react-dropzone';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { IntakeRejection } from '../../../src/intake/rejection.js';
import {
  createGetFilesFromEvent,
  imagePartOf,
  type GetFilesFromEventOptions,
} from '../../../src/interop/react-dropzone.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const TAKEN = { 'image/jpeg': [], 'image/png': [], 'image/webp': [] };

async function setUp(options: Omit<GetFilesFromEventOptions, 'onReject'> = {}) {
  const dropped: File[] = [];
  const refused: FileRejection[] = [];
  const rejections: IntakeRejection[] = [];
  const getFilesFromEvent = createGetFilesFromEvent({
    ...options,
    onReject: (more) => rejections.push(...more),
  });
  function Zone() {
    const { getRootProps, getInputProps, isDragActive } = useDropzone({
      getFilesFromEvent,
      accept: TAKEN,
      onDrop: (files, others) => {
        dropped.push(...files);
        refused.push(...others);
      },
    });
    return (
      <div {...getRootProps({ 'data-testid': 'zone', 'data-over': isDragActive || undefined })}>
        <input {...getInputProps({ 'aria-label': 'Images' })} />
      </div>
    );
  }
  await render(<Zone />);
  const zone = page.getByTestId('zone').element();
  return { zone, dropped, refused, rejections };
}

async function transferOf(...names: string[]): Promise<DataTransfer> {
  const data = new DataTransfer();
  for (const file of await Promise.all(names.map(loadFixture))) data.items.add(file);
  return data;
}

function fire(zone: Element, type: 'dragenter' | 'drop', dataTransfer: DataTransfer): void {
  zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

describe('in react-dropzone', () => {
  test('a drop is told by its bytes, and what is no image comes with a sentence', async () => {
    const { zone, dropped, rejections } = await setUp();
    const data = await transferOf('quad.png', 'document.pdf', 'photo.jpg');
    fire(zone, 'dragenter', data);
    await expect.poll(() => zone.getAttribute('data-over')).toBe('true');
    fire(zone, 'drop', data);
    await expect.poll(() => dropped.map(({ name }) => name)).toEqual(['quad.png', 'photo.jpg']);
    await expect
      .poll(() => rejections)
      .toMatchObject([{ code: 'not-an-image', name: 'document.pdf' }]);
  });

  test('with prepare, a dropped image is what to send, with its detail', async () => {
    const { zone, dropped, refused } = await setUp({
      prepare: {
        model: 'gpt-4o',
        detail: ({ name }) => (name === 'photo.jpg' ? 'low' : 'high'),
      },
    });
    const data = await transferOf('photo.jpg', 'quad.png');
    fire(zone, 'drop', data);
    await expect.poll(() => dropped.length).toBe(2);
    expect(refused).toEqual([]);
    expect(dropped.map(imagePartOf)).toMatchObject([
      { detail: 'low', name: 'photo.jpg', mediaType: 'image/jpeg' },
      { detail: 'high', name: 'quad.png', mediaType: 'image/png', width: 96, height: 64 },
    ]);
    const bitmap = await createImageBitmap(dropped[0] ?? new Blob());
    expect(Math.max(bitmap.width, bitmap.height)).toBeLessThan(1600);
  });

  test('a file that is damaged is told of, and the rest of the drop goes on', async () => {
    const { zone, dropped, rejections } = await setUp({ prepare: { model: 'gpt-4o' } });
    const whole = await loadFixture('quad.png');
    const cut = new File([whole.slice(0, 40)], 'cut.png', { type: 'image/png' });
    const data = await transferOf('photo.jpg');
    data.items.add(cut);
    fire(zone, 'drop', data);
    await expect.poll(() => dropped.length).toBe(1);
    await expect.poll(() => rejections).toMatchObject([{ name: 'cut.png' }]);
  });

  test('an image chosen in the file dialog takes the same way', async () => {
    const { dropped } = await setUp({ prepare: { model: 'gpt-4o', detail: 'low' } });
    const input = page.getByLabelText('Images').element();
    if (!(input instanceof HTMLInputElement)) throw new Error('There is no input.');
    input.files = (await transferOf('quad.png')).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(() => dropped.map((file) => imagePartOf(file)?.detail)).toEqual(['low']);
  });
});
