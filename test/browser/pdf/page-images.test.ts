import { describe, expect, test } from 'vitest';
import { collectImages } from '../../../src/intake/collect-images.js';
import { fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { pdfPages } from '../../../src/pdf/index.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { readPixels, colourName } from '../pipeline/read-pixels.js';
import { blackJbig2 } from '../../fixtures/pdf/black-jbig2.js';
import { makePdf, numberedPage, pdfFile, turnedPage } from '../../fixtures/pdf/make-pdf.js';

const A4 = { width: 595, height: 842 };

/** One image per page, as where nobody can be asked. */
async function pagesOf(file: File, options: Parameters<typeof pdfPages>[0] = {}) {
  return collectImages([file], { fileSources: [pdfPages(options)] });
}

describe('an image of a page', () => {
  test('is drawn again in the exact size of each model and detail, and never resized', async () => {
    const { images } = await pagesOf(pdfFile(makePdf([turnedPage(numberedPage(1, A4))])));
    const [image] = images;
    if (!image) throw new Error('no image');
    expect(image.name).toBe('report.pdf, page 1');
    const pipeline = createPipeline();
    const sizes = new Set<string>();
    for (const { model, detail } of [
      { model: 'gpt-4o', detail: 'high' },
      { model: 'gpt-5.4', detail: 'high' },
      { model: 'gpt-5.4', detail: 'original' },
      { model: 'claude-opus-4-1', detail: 'high' },
    ] as const) {
      const made = await pipeline.prepare(image.file, { model, detail });
      const { width, height, plan } = made;
      expect({ model, ...plan }).toMatchObject({
        model,
        from: { width, height },
        reason: 'already-fits',
      });
      expect(fitForModel({ width, height }, findRules(model), made.detail)).toMatchObject({
        width,
        height,
      });
      expect(width / height).toBeCloseTo(A4.width / A4.height, 2);
      const { at } = await readPixels(made.blob);
      expect(colourName(at(0.05, 0.03), 40)).toBe('red');
      expect(colourName(at(0.95, 0.03), 40)).toBe('blue');
      expect(colourName(at(0.05, 0.95), 40)).toBe('white');
      sizes.add(`${width} ${height}`);
    }
    pipeline.dispose();
    expect(sizes.size).toBeGreaterThan(2);
  });

  test('has the text of its page as alternative text, if the app wants it', async () => {
    const file = pdfFile(makePdf([numberedPage(1), numberedPage(2)]));
    const { images } = await pagesOf(file, { textAsAlt: true });
    expect(images.map(({ alt }) => alt)).toEqual(['Page 1', 'Page 2']);
    const plain = await pagesOf(file);
    expect(plain.images.map(({ alt }) => alt)).toEqual([undefined, undefined]);
  });
});

test('a scan in JBIG2 is not blank', async () => {
  const scan = { width: 100, height: 100, content: 'q 100 0 0 100 0 0 cm /Im1 Do Q' };
  const { images } = await pagesOf(pdfFile(makePdf([scan], { image: blackJbig2() })));
  const [image] = images;
  if (!image) throw new Error('no image');
  expect(colourName((await readPixels(image.file)).at(0.5, 0.5))).toBe('black');
});

describe('a PDF that gives no image', () => {
  const intact = makePdf([numberedPage(1)]);
  test.each([
    { name: 'damaged', bytes: intact.slice(0, 60), code: 'damaged-pdf' },
    { name: 'empty', bytes: makePdf([]), code: 'empty-pdf' },
    {
      name: 'locked',
      bytes: makePdf([numberedPage(1)], { password: 'secret' }),
      code: 'locked-pdf',
    },
  ])('$name: has its code, and the rest comes in', async ({ name, bytes, code }) => {
    const files = [pdfFile(bytes, `${name}.pdf`), pdfFile(intact, 'intact.pdf')];
    const { images, rejections } = await collectImages(files, { fileSources: [pdfPages()] });
    expect(rejections).toMatchObject([{ code, name: `${name}.pdf` }]);
    expect(images.map((image) => image.name)).toEqual(['intact.pdf, page 1']);
  });
});
