import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { uprightSize } from '../../../src/formats/upright-size.js';
import { readCorpus, readCorpusFile, type CorpusRow } from '../../helpers/corpus.js';

declare const __SHARED_FOLDER__: string;

const rows = __SHARED_FOLDER__ ? readCorpus(__SHARED_FOLDER__) : [];
const read = (row: CorpusRow) =>
  readImageInfo(new Blob([readCorpusFile(__SHARED_FOLDER__, row.file)]));

/** SVG is told by its facts here; that it is not taken by default is decided where files come in. */
const readable = rows.filter(
  ({ expected, category }) => expected.startsWith('accept') || category === 'svg',
);
const refused = rows.filter(
  ({ expected, category }) => expected === 'reject' && category !== 'svg',
);
const either = rows.filter(({ expected }) => expected === 'either');

describe.skipIf(rows.length === 0)('the corpus of odd images', () => {
  test.each(readable)('$file has the type, size, orientation and frames it should', async (row) => {
    const { mediaType, isTruncated, frameCount = 1, ...info } = await read(row);
    const { width, height } = uprightSize(info);
    const orientation = info.unappliedOrientation ?? info.orientation;
    expect({ mediaType, width, height, orientation, frameCount, isTruncated }).toMatchObject({
      isTruncated: false,
      ...(row.true_type === 'unknown' ? {} : { mediaType: row.true_type }),
      ...(row.display_width ? { width: Number(row.display_width) } : {}),
      ...(row.display_height ? { height: Number(row.display_height) } : {}),
      ...(/^[1-8]$/.test(row.exif_orientation)
        ? { orientation: Number(row.exif_orientation) }
        : {}),
      ...(/^\d+$/.test(row.frames) ? { frameCount: Number(row.frames) } : {}),
    });
  });

  test.each(refused)('$file is refused from its header', async (row) => {
    const outcome = await read(row).catch((error: unknown) => error);
    expect(KitError.is(outcome)).toBe(true);
  });

  test.each(either)('$file is settled one way or the other', async (row) => {
    const outcome = await read(row).catch((error: unknown) => error);
    if (KitError.is(outcome)) return;
    expect(outcome).toMatchObject({ isAnimated: expect.any(Boolean) as boolean });
  });
});
