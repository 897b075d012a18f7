import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { useImageLink, type UseIntakeOptions } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { requestsWith } from '../../helpers/requests.js';

const imageUrl = new URL('../../fixtures/images/quad.png', import.meta.url).href;

async function setUp(options: Partial<UseIntakeOptions> = {}) {
  const onImages = vi.fn<UseIntakeOptions['onImages']>();
  const { result, act } = await renderHook(() => useImageLink({ onImages, ...options }), {
    wrapper: StrictMode,
  });
  const add = async (address: string) => {
    let rejection: Awaited<ReturnType<typeof result.current.add>>;
    await act(async () => {
      rejection = await result.current.add(address);
    });
    return rejection;
  };
  return { add, onImages, result };
}

describe('an image by its address', () => {
  test('is fetched, and has the name it has there', async () => {
    const { add, onImages, result } = await setUp();
    expect(await add(` ${imageUrl}\n`)).toBeUndefined();
    expect(onImages.mock.calls).toMatchObject([[[{ name: 'quad.png', from: 'url' }], 'url']]);
    expect(result.current.isLoading).toBe(false);
  });

  test('may be written out in it', async () => {
    const { add, onImages } = await setUp();
    const bytes = new Uint8Array(await (await loadFixture('quad.gif')).arrayBuffer());
    const url = `data:image/gif;base64,${btoa(String.fromCharCode(...bytes))}`;
    expect(await add(url)).toBeUndefined();
    expect(onImages.mock.calls[0]?.[0]).toMatchObject([{ info: { mediaType: 'image/gif' } }]);
  });

  test.each([
    'cat',
    'my cat.png',
    'file:///C:/cat.png',
    'javascript:alert(1)',
    'https://',
    'data:text/html,x',
  ])('is not what was typed: %s', async (address) => {
    const { add, onImages } = await setUp();
    expect(await add(address)).toMatchObject({ code: 'bad-link' });
    expect(onImages).not.toHaveBeenCalled();
  });

  test('that leads to no image is refused', async () => {
    const { add } = await setUp();
    const page = new URL('../../fixtures/images/document.pdf', import.meta.url).href;
    expect(await add(page)).toMatchObject({ code: 'not-an-image', name: 'document.pdf' });
  });

  test('on a site that does not answer is refused in those words', async () => {
    const { add } = await setUp();
    const rejection = await add('http://127.0.0.1:9/cat.png');
    expect(rejection).toMatchObject({ code: 'fetch-blocked', name: 'cat.png' });
    expect(rejection?.message).toMatch(
      /^The image could not be loaded from 127\.0\.0\.1:9\. Check the address/,
    );
  });

  test('is not asked for where links are not fetched', async () => {
    const { add } = await setUp({ fetchLinks: false });
    expect(await add(`${imageUrl}?unasked`)).toMatchObject({ code: 'fetch-blocked' });
    expect(await requestsWith('?unasked')).toEqual([]);
  });
});
