import * as fc from 'fast-check';
import { KitError } from '../../src/errors.js';
import { damaged } from './damage.js';
import type { Parser } from './types.js';

/** Of processor time for one input of 256 KiB. Only long runs look at it. */
const MAX_MS = 2000;

/** Reads a number of small inputs, the same in every run. Throws if one is read badly. */
export async function checkParser(parser: Parser, numRuns: number): Promise<string> {
  const inputs = damaged(parser.seeds, parser.words ?? [], 8 * 1024);
  await fc.assert(
    fc.asyncProperty(inputs, (bytes) => readOnce(parser, bytes)),
    { numRuns },
  );
  return `${parser.name}: ${numRuns} inputs`;
}

/** Reads as many inputs as fit into a time, and reports how many there were. Throws for one that takes too long, too. */
export async function checkParserFor(seconds: number, parser: Parser): Promise<string> {
  let runs = 0;
  let slowestMs = 0;
  const inputs = damaged(parser.seeds, parser.words ?? [], 256 * 1024);
  const property = fc.asyncProperty(inputs, async (bytes) => {
    const before = process.cpuUsage();
    await readOnce(parser, bytes);
    runs += 1;
    const ms = process.cpuUsage(before).user / 1000;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > MAX_MS)
      throw new Error(`An input of ${bytes.length} bytes took ${Math.round(ms)} ms.`);
  });
  await fc.assert(property, {
    numRuns: 100_000_000,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
    // Shrinking a slow input would take hours.
    endOnFailure: true,
  });
  return `${parser.name}: ${runs} inputs, the slowest in ${Math.round(slowestMs)} ms`;
}

async function readOnce({ read, refuses }: Parser, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await read(bytes);
  } catch (error) {
    if (!refuses || !KitError.is(error)) throw error;
  }
}
