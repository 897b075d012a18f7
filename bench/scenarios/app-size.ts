import { appFor, esbuildApp, filesOf, filesOfDoors } from '../../scripts/app-size.ts';
import { inSession, kbOf, laterDoors, viteApp } from '../../scripts/app-size.ts';
import { markdownTable } from '../measure/markdown.ts';
import type { Scenario } from '../measure/scenario.ts';

const BUNDLERS = [
  { bundler: 'Vite', build: viteApp, atFirst: 40, session: 250 },
  { bundler: 'esbuild', build: esbuildApp, atFirst: 50, session: 270 },
] as const;

/** What an app downloads of the kit: its chat and one wire format, from the built package. */
export const appSize: Scenario = {
  name: 'app-size',
  title: 'What an app downloads of the kit, gzipped, without React',
  async measure() {
    const rows = [];
    for (const { bundler, build, ...limits } of BUNDLERS) {
      const app = await build(appFor('image-chat-kit/chat'));
      const first = filesOf(app, app.entry);
      const all = new Set([...first, ...filesOfDoors(app, [...laterDoors, ...inSession])]);
      rows.push({ bundler, limits, firstKb: kbOf(app, first), sessionKb: kbOf(app, all) });
    }
    return {
      goals: rows.flatMap(({ bundler, limits, firstKb, sessionKb }) => [
        {
          what: `${bundler}: first load`,
          value: firstKb,
          limit: limits.atFirst,
          atMost: true,
          unit: 'kB',
        },
        {
          what: `${bundler}: a session with an image, an answer with a table and the lightbox`,
          value: sessionKb,
          limit: limits.session,
          atMost: true,
          unit: 'kB',
        },
      ]),
      details: markdownTable(
        ['bundler', 'first load, kB', 'a session, kB'],
        rows.map(({ bundler, firstKb, sessionKb }) => [bundler, firstKb, sessionKb]),
      ),
    };
  },
};
