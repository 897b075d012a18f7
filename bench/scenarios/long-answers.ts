import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';
import type { StreamPlan } from '../page/chat-protocol.ts';
import { measureStream } from './chat-stream.ts';

const LONG_TOKENS = 60_000;
const SHORT_TOKENS = 20_000;
/** Five times the pace of `chat-stream`: the work for a token is the same. */
const FAST: Omit<StreamPlan, 'tokens'> = { tokensPerSecond: 1000, messages: 200 };

/** Whether the work for a token grows with the answer before it. */
export const longAnswer: Scenario = {
  name: 'chat-stream-long',
  title: `${LONG_TOKENS} tokens beside ${SHORT_TOKENS}, at ${FAST.tokensPerSecond} per second`,
  async measure(lab) {
    const scale = lab.isQuick ? 0.1 : 1;
    const short = await measureStream(lab, KIT, { ...FAST, tokens: SHORT_TOKENS * scale });
    const long = await measureStream(lab, KIT, { ...FAST, tokens: LONG_TOKENS * scale });
    return {
      goals: [
        {
          what: `script time of ${LONG_TOKENS} tokens, beside ${SHORT_TOKENS}`,
          value: long.scriptMs / short.scriptMs,
          limit: 3.3,
          atMost: true,
          unit: '×',
        },
      ],
      details: markdownTable(
        ['tokens', 'longest frame, ms', 'longest task, ms', 'script, s', 'layout and style, s'],
        [short, long].map(({ run, scriptMs, layoutMs }, index) => [
          String((index === 0 ? SHORT_TOKENS : LONG_TOKENS) * scale),
          run.longestFrameMs,
          run.longestTaskMs,
          scriptMs / 1000,
          layoutMs / 1000,
        ]),
      ),
    };
  },
};

const ROWS = 30;
const TABLE: StreamPlan = { tokens: 1050, tokensPerSecond: 100, messages: 20, tableRows: ROWS };

/** Whether the page stays usable while a long table grows. */
export const tableStream: Scenario = {
  name: 'table-stream',
  title: `A table of ${ROWS} rows at ${TABLE.tokensPerSecond} tokens per second`,
  async measure(lab) {
    const { run, scriptMs, layoutMs } = await measureStream(lab, KIT, TABLE);
    return {
      goals: [
        {
          what: `longest task while a table of ${ROWS} rows streams`,
          value: run.longestTaskMs,
          limit: 50,
          atMost: true,
          unit: 'ms',
        },
      ],
      details: markdownTable(
        ['rows', 'longest frame, ms', 'longest task, ms', 'script, s', 'layout and style, s'],
        [[String(ROWS), run.longestFrameMs, run.longestTaskMs, scriptMs / 1000, layoutMs / 1000]],
      ),
    };
  },
};
