import { describe, expect, test, vi } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { collectImages } from '../../../src/intake/collect-images.js';
import type { FileSource } from '../../../src/intake/file-source.js';
import type { ImageSource } from '../../../src/intake/types.js';
import { readFixture } from '../../helpers/read-fixture.js';

const fixture = (name: string, as = name): File => new File([readFixture(name)], as);

/** Makes the images that its list names of any file that begins with %PDF. */
function pages(names: readonly string[], more: Partial<FileSource> = {}): FileSource {
  return {
    accepts: (_file, { head }) => new TextDecoder().decode(head.subarray(0, 4)) === '%PDF',
    expandFile: async ({ name }) => ({
      images: names.map((of, at) => ({
        file: fixture(of, `${name}, page ${at + 1}`),
        alt: `Words of page ${at + 1}`,
      })),
    }),
    ...more,
  };
}

describe('a file that a source opens', () => {
  test('gives its images behind the others of the drop, with names and alternative texts', async () => {
    const handedOn: string[][] = [];
    const { images, rejections } = await collectImages(
      [fixture('quad.gif'), fixture('document.pdf'), fixture('photo.jpg')],
      {
        fileSources: [pages(['quad.png', 'quad.bmp'])],
        onImages: (some: readonly ImageSource[]) => handedOn.push(some.map(({ name }) => name)),
      },
    );
    expect(rejections).toEqual([]);
    expect(images.map(({ name, alt, info }) => [name, alt, info.mediaType])).toEqual([
      ['quad.gif', undefined, 'image/gif'],
      ['photo.jpg', undefined, 'image/jpeg'],
      ['document.pdf, page 1', 'Words of page 1', 'image/png'],
      ['document.pdf, page 2', 'Words of page 2', 'image/bmp'],
    ]);
    expect(handedOn).toEqual([
      ['quad.gif', 'photo.jpg'],
      ['document.pdf, page 1', 'document.pdf, page 2'],
    ]);
  });

  test('is told by its bytes, what the kit knows of it, and by the first source that takes it', async () => {
    const accepts = vi.fn<FileSource['accepts']>().mockReturnValue(false);
    const source = pages([], { accepts });
    await collectImages(
      ['quad.gif', 'document.pdf', 'text_named.jpg'].map((name) => fixture(name)),
      { fileSources: [source, pages(['quad.png'])] },
    );
    const facts = accepts.mock.calls.map(([{ name }, { info, format, head }]) => ({
      name,
      info: info?.mediaType,
      format,
      bytes: head.length <= 4096,
    }));
    // Files are read side by side.
    expect(facts.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: 'document.pdf', info: undefined, format: 'PDF', bytes: true },
      { name: 'quad.gif', info: 'image/gif', format: undefined, bytes: true },
      { name: 'text_named.jpg', info: undefined, format: 'text', bytes: true },
    ]);
  });

  test('knows how much room there is, and what is too much is told', async () => {
    const rooms: number[] = [];
    const made = pages(['quad.png', 'quad.png', 'quad.png']);
    const source = pages([], {
      expandFile: (file, context) => {
        rooms.push(context.maxImages);
        return made.expandFile(file, context);
      },
    });
    const { images, rejections } = await collectImages(
      [fixture('quad.gif'), fixture('document.pdf'), fixture('document.pdf', 'second.pdf')],
      { fileSources: [source], maxFiles: 3 },
    );
    expect(rooms).toEqual([2]);
    expect(images.map(({ name }) => name)).toEqual([
      'quad.gif',
      'document.pdf, page 1',
      'document.pdf, page 2',
    ]);
    expect(rejections.map(({ name, code }) => [name, code])).toEqual([
      ['document.pdf, page 3', 'too-many-files'],
      ['second.pdf', 'too-many-files'],
    ]);
  });

  test('and cannot be read costs the rest of the drop nothing', async () => {
    const broken = pages([], {
      expandFile: async ({ name }) => {
        if (name === 'locked.pdf') {
          const message = 'This PDF asks for a password.';
          return { images: [], rejections: [{ code: 'refused-by-source', message }] };
        }
        if (name === 'damaged.pdf') throw new KitError('damaged', { message: 'It is damaged.' });
        throw new TypeError('x is not a function');
      },
    });
    const names = ['locked.pdf', 'damaged.pdf', 'document.pdf'];
    const { images, rejections } = await collectImages(
      [...names.map((name) => fixture('document.pdf', name)), fixture('quad.png')],
      { fileSources: [broken] },
    );
    expect(images.map(({ name }) => name)).toEqual(['quad.png']);
    expect(rejections.map(({ name, code }) => [name, code])).toEqual([
      ['locked.pdf', 'refused-by-source'],
      ['damaged.pdf', 'damaged'],
      ['document.pdf', 'not-expanded'],
    ]);
    expect(rejections[0]?.message).toBe('This PDF asks for a password.');
    expect(rejections[2]?.message).not.toContain('function');
  });

  test('stops with the collection', async () => {
    const controller = new AbortController();
    const source = pages([], {
      expandFile: async (_file, { signal }) => {
        controller.abort();
        expect(signal.aborted).toBe(true);
        return { images: [{ file: fixture('quad.png') }] };
      },
    });
    const collected = collectImages([fixture('document.pdf')], {
      fileSources: [source],
      signal: controller.signal,
    });
    await expect(collected).rejects.toMatchObject({ code: 'aborted' });
  });
});
