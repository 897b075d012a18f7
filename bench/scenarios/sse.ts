import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';
import { median, randomNumbers, shuffled } from '../measure/statistics.ts';
import type { DecodeRun } from '../page/request-protocol.ts';

const ANSWER_BYTES = 16_000_000;
const QUICK_ANSWER_BYTES = 4_000_000;
const ROUNDS = 5;
const MEGABYTE = 1_000_000;
/** As a fast network brings it, and as a model writes it: one event at a time. */
const CHUNKS = [
  { label: 'chunks of 16 KiB', bytes: 16_384 },
  { label: 'chunks of 200 bytes', bytes: 200 },
];

interface Row {
  reader: string;
  speeds: number[];
}

/** A streamed answer, from bytes to pieces of text. */
export const sse: Scenario = {
  name: 'sse',
  title: 'A streamed answer read, MB/s',
  async measure(lab) {
    const bytes = lab.isQuick ? QUICK_ANSWER_BYTES : ANSWER_BYTES;
    const { page, close } = await lab.openRequestBench([]);
    const random = randomNumbers(ROUNDS);
    try {
      const readers = await page.evaluate(() => window.requests.readers);
      const rows: Row[] = readers.map((reader) => ({ reader, speeds: [] }));
      const deltas = new Set<number>();
      for (const chunk of CHUNKS) {
        const runs = new Map<string, DecodeRun[]>(readers.map((reader) => [reader, []]));
        for (let round = 0; round <= (lab.isQuick ? 1 : ROUNDS); round += 1) {
          for (const reader of shuffled(readers, random)) {
            await lab.settle();
            const run = await page.evaluate(
              ([name, size, chunkSize]) => window.requests.decode(name, size, chunkSize),
              [reader, bytes, chunk.bytes] as const,
            );
            deltas.add(run.deltas);
            if (round > 0) runs.get(reader)?.push(run);
          }
        }
        for (const { reader, speeds } of rows) {
          const speed = (run: DecodeRun) => run.bytes / MEGABYTE / (run.ms / 1000);
          speeds.push(median((runs.get(reader) ?? []).map(speed)));
        }
      }
      if (deltas.size !== 1) throw new Error(`the readers disagree: ${[...deltas].join(', ')}`);
      const kitSpeeds = rows.find(({ reader }) => reader === KIT)?.speeds ?? [];
      const peers = rows.filter(({ reader }) => reader !== KIT);
      return {
        goals: CHUNKS.map(({ label }, index) => {
          const fastestPeer = Math.max(...peers.map(({ speeds }) => speeds[index] ?? 0));
          return {
            what: `a streamed answer in ${label} read, speed beside the fastest peer`,
            value: (kitSpeeds[index] ?? Number.NaN) / fastestPeer,
            limit: 1,
            atMost: false,
            unit: '×',
          };
        }),
        details: markdownTable(
          ['reader', ...CHUNKS.map(({ label }) => `${label}, MB/s`)],
          rows.map(({ reader, speeds }) => [reader, ...speeds]),
        ),
      };
    } finally {
      await close();
    }
  },
};
