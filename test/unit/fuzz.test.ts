/**
 * Every parser on damaged inputs: a few in each run, the same each time, and as many as fit into `FUZZ_SECONDS` with
 * `npm run fuzz`.
 */
import { expect, test } from 'vitest';
import { checkParser, checkParserFor } from '../fuzz/check-parser.js';
import { fileParsers, imageFormats } from '../fuzz/image-parsers.js';
import { recordParsers } from '../fuzz/record-parsers.js';
import { serverParsers } from '../fuzz/server-parsers.js';
import { streamParsers } from '../fuzz/stream-parsers.js';
import { textParsers } from '../fuzz/text-parsers.js';
import type { Parser } from '../fuzz/types.js';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 0);

const parsers: readonly Parser[] = [
  // Short runs of them are in `formats/mutated-files.test.ts`.
  ...(seconds > 0 ? imageFormats : []),
  ...fileParsers,
  ...streamParsers,
  ...textParsers,
  ...recordParsers,
  ...serverParsers,
];

test.each(parsers)(
  'the parser of $name returns something well formed for any input',
  async (parser) => {
    const report = await (seconds > 0 ? checkParserFor(seconds, parser) : checkParser(parser, 30));
    expect(report).toContain(parser.name);
    if (seconds > 0) console.log(report);
  },
  seconds * 1000 + 600_000,
);
