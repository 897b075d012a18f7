import { expect, test } from 'vitest';
import { checkParser } from '../../fuzz/check-parser.js';
import { imageFormats } from '../../fuzz/image-parsers.js';

/** Fewer where a file is read for each of many mutants of the code. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 300);

test.each(imageFormats)(
  'a damaged file ($name) gives facts that hold together or a typed refusal, and the same from a Blob',
  async (format) => {
    await expect(checkParser(format, numRuns)).resolves.toContain(format.name);
  },
  600_000,
);
