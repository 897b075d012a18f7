import type { Lab } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Goal, type Scenario } from '../measure/scenario.ts';
import { measureWork, type PageWork } from '../measure/script-time.ts';
import type { StreamPlan, StreamRun } from '../page/chat-protocol.ts';

const PLAN: StreamPlan = { tokens: 10_000, tokensPerSecond: 200, messages: 200 };
const QUICK_PLAN: StreamPlan = { ...PLAN, tokens: 1000 };
/** A stream that is read to its end shows most of its letters; signs of markdown are not among them. */
const LETTERS_PER_TOKEN = 2;

export interface StreamRow extends PageWork {
  kit: string;
  run: StreamRun;
}

function goalsOf(rows: readonly StreamRow[]): Goal[] {
  const own = rows.find(({ kit }) => kit === KIT);
  const peers = rows.filter(({ kit }) => kit !== KIT);
  if (!own) return [];
  return [
    {
      what: 'longest frame while an answer streams into 200 messages',
      value: own.run.longestFrameMs,
      limit: 50,
      atMost: true,
      unit: 'ms',
    },
    ...peers.map(({ kit, scriptMs }) => ({
      what: `script time of it, beside ${kit}`,
      value: own.scriptMs / scriptMs,
      limit: 0.7,
      atMost: true,
      unit: '×',
    })),
  ];
}

/** Streams an answer into a conversation of one kit, on a page of its own. */
export async function measureStream(lab: Lab, kit: string, plan: StreamPlan): Promise<StreamRow> {
  const { page, close } = await lab.openChatBench([]);
  try {
    await page.evaluate(([name, one]) => window.chat.show(name, one), [kit, plan] as const);
    await lab.settle();
    const { value: run, ...work } = await measureWork(page, () =>
      page.evaluate((one) => window.chat.stream(one), plan),
    );
    if (run.shownCharacters < plan.tokens * LETTERS_PER_TOKEN) {
      throw new Error(`${kit} shows ${run.shownCharacters} letters of ${plan.tokens} tokens`);
    }
    return { kit, run, ...work };
  } finally {
    await close();
  }
}

/** Whether a long answer in a long conversation leaves the page usable. */
export const chatStream: Scenario = {
  name: 'chat-stream',
  title: `${PLAN.tokens} tokens at ${PLAN.tokensPerSecond} per second into ${PLAN.messages} messages`,
  async measure(lab) {
    const plan = lab.isQuick ? QUICK_PLAN : PLAN;
    const rows: StreamRow[] = [];
    const first = await lab.openChatBench([]);
    const kits = await first.page.evaluate(() => window.chat.streamingKits);
    await first.close();
    for (const kit of kits) {
      rows.push(await measureStream(lab, kit, plan));
    }
    return {
      goals: goalsOf(rows),
      details: markdownTable(
        [
          'kit',
          'longest frame, ms',
          'frames above 50 ms',
          'longest task, ms',
          'script, s',
          'layout and style, s',
          'page thread, s',
          'to the end, s',
        ],
        rows.map(({ kit, run, scriptMs, layoutMs, taskMs }) => [
          kit,
          run.longestFrameMs,
          String(run.slowFrames),
          run.longestTaskMs,
          scriptMs / 1000,
          layoutMs / 1000,
          taskMs / 1000,
          run.ms / 1000,
        ]),
      ),
    };
  },
};
