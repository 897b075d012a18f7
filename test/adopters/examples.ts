import { imageChat, type Chat } from './ask.js';
import {
  astroAt,
  nextAt,
  openFile,
  serveByScript,
  serveFiles,
  viteAt,
  type Page,
  type ScriptOptions,
} from './example.js';
import type { App } from './make-app.js';

interface Example {
  /** Makes the built app available to a browser. */
  serve: (app: App) => Promise<Page>;
  chat: Chat;
}

const byScript =
  (options: ScriptOptions): Example['serve'] =>
  (app) =>
    serveByScript(app, options);

const files: Example = { serve: serveFiles, chat: imageChat };
const vite: Example = { serve: byScript({ listenAt: viteAt }), chat: imageChat };

const useChat: Chat = {
  target: (page) => page.locator('form'),
  added: (page) => page.locator('form li'),
  message: (page) => page.getByRole('textbox', { name: 'Message' }),
  answer: (page) => page.locator('[data-role="assistant"][data-status="complete"], [role="alert"]'),
};

const assistantUi: Chat = {
  target: (page) => page.getByText('Drop images here'),
  added: (page) => page.locator('[data-status="requires-action"]'),
  message: (page) => page.getByRole('textbox', { name: 'Message' }),
  answer: (page) => page.locator('[data-role="assistant"]:not([data-status="running"])'),
};

/** How each app of `examples` is served and used. `npm test` runs five of them, `npm run matrix` all. */
export const examples = {
  vite,
  next: { serve: byScript({ listenAt: nextAt }), chat: imageChat },
  'use-chat': { ...vite, chat: useChat },
  'import-map': files,
  'strict-csp': { serve: byScript({}), chat: imageChat },
  'react-18': vite,
  'tailwind-3': vite,
  'assistant-ui': { ...vite, chat: assistantUi },
  'react-router': { serve: byScript({}), chat: imageChat },
  'tanstack-start': vite,
  astro: { serve: byScript({ listenAt: astroAt }), chat: imageChat },
  webpack: files,
  esbuild: files,
  parcel: files,
  'file-page': { serve: openFile, chat: imageChat },
} satisfies Record<string, Example>;

export type ExampleName = keyof typeof examples;
