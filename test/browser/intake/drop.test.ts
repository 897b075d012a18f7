import { describe, expect, onTestFinished, test } from 'vitest';
import { collectImages } from '../../../src/intake/collect-images.js';
import { watchPageDrags } from '../../../src/intake/page-drag.js';
import type { IntakeOptions, IntakeResult } from '../../../src/intake/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { requestsWith } from '../../helpers/requests.js';

/** Drops on an element, and lets the handler answer as an app does. What was dropped is gone afterwards. */
async function drop(
  fill: (data: DataTransfer) => void,
  options?: IntakeOptions,
): Promise<IntakeResult> {
  const data = new DataTransfer();
  fill(data);
  const zone = document.createElement('div');
  const collected = new Promise<IntakeResult>((resolve, reject) => {
    zone.addEventListener('drop', ({ dataTransfer }) => {
      if (dataTransfer) collectImages(dataTransfer, options).then(resolve, reject);
    });
  });
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  data.items.clear();
  return collected;
}

const summary = ({ images, rejections }: IntakeResult): unknown => ({
  images: images.map(({ name, info }) => `${name} ${info.mediaType} ${info.width}x${info.height}`),
  rejections: rejections.map(({ name, code }) => `${name} ${code}`),
});

async function dataUrlOf(name: string): Promise<string> {
  const bytes = new Uint8Array(await (await loadFixture(name)).arrayBuffer());
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

const sameSite = (name: string): string =>
  new URL(`../../fixtures/images/${name}`, import.meta.url).href;

/** The links that are found in a drop of an image with this `src`. */
async function linksIn(src: string): Promise<IntakeResult['links']> {
  const fill = (data: DataTransfer): void => data.setData('text/html', `<img src="${src}">`);
  return (await drop(fill, { keepsLink: () => true })).links;
}

describe('a drop', () => {
  test('of several files keeps their order, and what is left out is told', async () => {
    const files = await Promise.all(
      ['quad.png', 'document.pdf', 'photo.jpg', 'jpeg_named.png'].map(loadFixture),
    );
    const result = await drop((data) => files.forEach((file) => data.items.add(file)));
    expect(summary(result)).toEqual({
      images: [
        'quad.png image/png 96x64',
        'photo.jpg image/jpeg 1600x1200',
        'jpeg_named.png image/jpeg 96x64',
      ],
      rejections: ['document.pdf not-an-image'],
    });
    expect(result.images[0]?.from).toBe('drop');
  });

  test('of a file with its address and HTML is the file, once', async () => {
    const file = await loadFixture('quad.png');
    const result = await drop((data) => {
      data.items.add(file);
      data.setData('text/html', '<img src="https://other.example/quad.png">');
      data.setData('text/uri-list', 'https://other.example/quad.png');
    });
    expect(summary(result)).toEqual({ images: ['quad.png image/png 96x64'], rejections: [] });
  });

  test('of HTML takes the image that is written out in it', async () => {
    const url = await dataUrlOf('quad_alpha.png');
    const { images, rejections } = await drop((data) =>
      data.setData('text/html', `<p>words</p><img src="${url}">`),
    );
    expect(rejections).toEqual([]);
    expect(images[0]?.info).toMatchObject({ width: 96, hasAlpha: true });
    expect(images[0]?.name).toMatch(/^Dropped image \d+\.png$/);
  });

  test('of an image of another page is told to be a link, and nothing is requested', async () => {
    const { images, rejections } = await drop((data) =>
      data.setData('text/html', `<img src="${sameSite('quad.png')}?drop">`),
    );
    expect(images).toEqual([]);
    expect(rejections[0]).toMatchObject({ code: 'fetch-blocked', name: 'quad.png' });
    expect(await requestsWith('?drop')).toEqual([]);
  });

  test('of an image that this page shows is what is shown, and not what its src holds', async () => {
    const picture = document.createElement('picture');
    picture.innerHTML = `<source srcset="${sameSite('photo.jpg')}" media="all"><img src="${sameSite('quad.png')}">`;
    document.body.append(picture);
    const unwatch = watchPageDrags();
    onTestFinished(() => {
      picture.remove();
      unwatch();
    });
    const image = picture.querySelector('img') as HTMLImageElement;
    await image.decode();
    image.dispatchEvent(new DragEvent('dragstart', { bubbles: true, composed: true }));
    expect(await linksIn(image.src)).toEqual([sameSite('photo.jpg')]);
    // The drag of another window has no start here.
    expect(await linksIn(sameSite('quad.gif'))).toEqual([sameSite('quad.gif')]);
  });

  test('of an image of another page stays a link where the app wants that, and nothing is requested', async () => {
    const url = sameSite('quad.gif');
    const data = await dataUrlOf('quad_alpha.png');
    const fill = (transfer: DataTransfer): void =>
      transfer.setData(
        'text/html',
        [`${url}?kept`, data, 'blob:gone'].map((src) => `<img src="${src}">`).join(''),
      );
    const { images, links, rejections } = await drop(fill, { keepsLink: () => true });
    expect(links).toEqual([`${url}?kept`]);
    expect(images).toMatchObject([{ info: { mediaType: 'image/png' } }]);
    expect(rejections).toMatchObject([{ code: 'fetch-blocked' }]);
    expect(rejections[0]).not.toHaveProperty('url');
    expect(await requestsWith('?kept')).toEqual([]);
    expect(await drop(fill)).toMatchObject({
      rejections: [{ code: 'fetch-blocked', url: `${url}?kept` }, {}],
    });
  });

  test('of an image of another page is fetched where the app wants that and the site allows it', async () => {
    const result = await drop((data) => data.setData('text/uri-list', sameSite('quad.gif')), {
      fetchLinks: true,
    });
    expect(summary(result)).toEqual({ images: ['quad.gif image/gif 96x64'], rejections: [] });
  });

  test('of an image of a site that does not answer says which site that is', async () => {
    const silent = 'http://127.0.0.1:9/cat.png';
    const { rejections } = await drop(
      (data) => data.setData('text/uri-list', `# from a page\r\n${silent}`),
      { fetchLinks: true },
    );
    expect(rejections[0]).toMatchObject({ code: 'fetch-blocked', name: 'cat.png' });
    expect(rejections[0]?.message).toMatch(/^The image could not be loaded from 127\.0\.0\.1:9\./);
  });

  test('of a missing image tells the answer of the site, and a page instead of one is no image', async () => {
    const { rejections } = await drop(
      (data) => data.setData('text/html', `<img src="${sameSite('html_named.png')}">`),
      { fetchLinks: true },
    );
    expect(rejections[0]).toMatchObject({ code: 'not-an-image', name: 'html_named.png' });
  });

  test('of an image that is too large is not downloaded to its end', async () => {
    const { rejections } = await drop(
      (data) => data.setData('text/uri-list', sameSite('photo.jpg')),
      {
        fetchLinks: true,
        limits: { maxBytes: 5000 },
      },
    );
    expect(rejections[0]).toMatchObject({ code: 'too-many-bytes', limit: 5000, name: 'photo.jpg' });
  });

  test('of a link to a page is told to be no image', async () => {
    const { rejections } = await drop(
      (data) => data.setData('text/uri-list', 'https://other.example/article'),
      { fetchLinks: true },
    );
    expect(rejections[0]).toMatchObject({ code: 'not-an-image' });
  });

  test('of an address that the person typed is fetched like one', async () => {
    const result = await collectImages([new URL(sameSite('quad.png'))], {
      from: 'url',
      fetchLinks: true,
    });
    expect(result.images[0]).toMatchObject({ name: 'quad.png', from: 'url' });
  });

  test('of items, one by one, is the same', async () => {
    const data = new DataTransfer();
    data.items.add(await loadFixture('quad.png'));
    data.setData('text/plain', 'words');
    expect(summary(await collectImages(data.items, { from: 'drop' }))).toEqual({
      images: ['quad.png image/png 96x64'],
      rejections: [],
    });
  });

  test('of words is nothing', async () => {
    expect(await drop((data) => data.setData('text/plain', 'words'))).toEqual({
      images: [],
      rejections: [],
    });
  });

  test('of an image whose text is damaged is refused', async () => {
    const result = await drop((data) =>
      data.setData('text/html', '<img src="data:image/png;base64,%%%">'),
    );
    expect(result.rejections[0]).toMatchObject({ code: 'damaged' });
  });

  test('of an image inside a link is the image, even if the image names the link too', async () => {
    const page = new URL('/no-such-page', location.href).href;
    const html = `<a href="${page}"><img src="${sameSite('quad.png')}" data-url="${page}"></a>`;
    const result = await drop(
      (data) => {
        data.setData('text/uri-list', page);
        data.setData('text/html', html);
      },
      { fetchLinks: true },
    );
    expect(summary(result)).toEqual({ images: ['quad.png image/png 96x64'], rejections: [] });
  });
});
