import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Goal, type Scenario } from '../measure/scenario.ts';
import { measureWork, type PageWork } from '../measure/script-time.ts';
import type { ConversationPlan, ReadingRun } from '../page/chat-protocol.ts';

const QUICK_MESSAGES = 400;

interface Row extends PageWork {
  kit: string;
  run: ReadingRun;
}

/** Whether a conversation of so many messages can be opened and read. */
function conversationOf(
  name: string,
  messages: number,
  goalsOf: (own: Row, peers: readonly Row[]) => Goal[],
): Scenario {
  return {
    name,
    title: `${messages} messages, shown and scrolled through`,
    async measure(lab) {
      const plan: ConversationPlan = {
        messages: lab.isQuick ? QUICK_MESSAGES : messages,
        isMixed: true,
      };
      const rows: Row[] = [];
      const first = await lab.openChatBench([]);
      const kits = await first.page.evaluate(() => window.chat.kits);
      await first.close();
      for (const kit of kits) {
        const { page, close } = await lab.openChatBench([]);
        try {
          await lab.settle();
          const { value: run, ...work } = await measureWork(page, () =>
            page.evaluate(([one, its]) => window.chat.read(one, its), [kit, plan] as const),
          );
          rows.push({ kit, run, ...work });
        } finally {
          await close();
        }
      }
      return {
        goals: rows
          .filter(({ kit }) => kit === KIT)
          .flatMap((own) =>
            goalsOf(
              own,
              rows.filter((row) => row !== own),
            ),
          ),
        details: detailsOf(rows),
      };
    },
  };
}

const mounted = (limit: number, { run }: Row): Goal => ({
  what: 'until the messages are on the page',
  value: run.mountMs,
  limit,
  atMost: true,
  unit: 'ms',
});

export const longConversation = conversationOf('long-conversation', 2000, (row) => [
  mounted(1000, row),
  {
    what: 'frame while they are scrolled through',
    value: row.run.medianFrameMs,
    limit: 17,
    atMost: true,
    unit: 'ms',
  },
  {
    what: 'longest frame of it',
    value: Math.max(row.run.longestFrameMs, row.run.jumpFrameMs),
    limit: 100,
    atMost: true,
    unit: 'ms',
  },
]);

const best = (rows: readonly Row[], figure: (row: Row) => number): number =>
  Math.min(...rows.map(figure));
const workMs = ({ scriptMs, layoutMs }: Row): number => scriptMs + layoutMs;

export const longestConversation = conversationOf('longest-conversation', 10_000, (own, peers) => [
  {
    what: 'frames above 50 ms while 10,000 messages are scrolled through',
    value: (100 * own.run.slowFrames) / own.run.steps,
    limit: 1,
    atMost: true,
    unit: '%',
  },
  {
    what: 'until they are on the page, beside the best peer',
    value: own.run.mountMs / best(peers, ({ run }) => run.mountMs),
    limit: 0.5,
    atMost: true,
    unit: '×',
  },
  {
    what: 'script, layout and style for all of it, beside the best peer',
    value: workMs(own) / best(peers, workMs),
    limit: 1,
    atMost: true,
    unit: '×',
  },
]);

function detailsOf(rows: readonly Row[]): string {
  return markdownTable(
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
  );
}
