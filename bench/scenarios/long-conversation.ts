import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Goal, type Scenario } from '../measure/scenario.ts';
import { measureWork, type PageWork } from '../measure/script-time.ts';
import type { ConversationPlan, ReadingRun } from '../page/chat-protocol.ts';

const PLAN: ConversationPlan = { messages: 2000, isMixed: true };
const QUICK_PLAN: ConversationPlan = { ...PLAN, messages: 400 };

interface Row extends PageWork {
  kit: string;
  run: ReadingRun;
}

function goalsOf({ run }: Row): Goal[] {
  const goal = { atMost: true, unit: 'ms' };
  return [
    { ...goal, what: 'until 2,000 messages are on the page', value: run.mountMs, limit: 1000 },
    {
      ...goal,
      what: 'frame while they are scrolled through',
      value: run.medianFrameMs,
      limit: 17,
    },
    {
      ...goal,
      what: 'longest frame of it',
      value: Math.max(run.longestFrameMs, run.jumpFrameMs),
      limit: 100,
    },
  ];
}

/** Whether a conversation of months can be opened and read. */
export const longConversation: Scenario = {
  name: 'long-conversation',
  title: `${PLAN.messages} messages, shown and scrolled through`,
  async measure(lab) {
    const plan = lab.isQuick ? QUICK_PLAN : PLAN;
    const rows: Row[] = [];
    const first = await lab.openChatBench([]);
    const kits = await first.page.evaluate(() => window.chat.kits);
    await first.close();
    for (const kit of kits) {
      const { page, close } = await lab.openChatBench([]);
      try {
        await lab.settle();
        const { value: run, ...work } = await measureWork(page, () =>
          page.evaluate(([name, one]) => window.chat.read(name, one), [kit, plan] as const),
        );
        rows.push({ kit, run, ...work });
      } finally {
        await close();
      }
    }
    return {
      goals: rows.filter(({ kit }) => kit === KIT).flatMap(goalsOf),
      details: markdownTable(
        [
          'kit',
          'on the page, ms',
          'longest task of it, ms',
          'elements',
          'jump to the top, longest frame, ms',
          'scrolling, median frame, ms',
          'longest frame, ms',
          'frames above 50 ms',
          'height off by, %',
          'script, s',
          'layout and style, s',
        ],
        rows.map(({ kit, run, scriptMs, layoutMs }) => [
          kit,
          run.mountMs,
          run.longestTaskMs,
          run.elements,
          run.jumpFrameMs,
          run.medianFrameMs,
          run.longestFrameMs,
          `${run.slowFrames} of ${run.steps}`,
          run.heightError * 100,
          scriptMs / 1000,
          layoutMs / 1000,
        ]),
      ),
    };
  },
};
