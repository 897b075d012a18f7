// Renders the built package on React 18.2, as a server does, and prints the version, the HTML and what was warned of.
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const own = import.meta.url;
const { resolve } = createRequire(own);
registerHooks({
  // Whoever asks for React, by import or require, gets the one of this folder.
  resolve: (specifier, context, next) =>
    /^react(-dom)?(\/|$)/.test(specifier) && context.parentURL !== own
      ? { url: pathToFileURL(resolve(specifier)).href, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
});

const warnings = [];
console.error = (...words) => warnings.push(words.join(' '));

const { createElement, StrictMode, version } = await import('react');
const { renderToString } = await import('react-dom/server');
const { ImageChat, BatchPanel } = await import('../../dist/index.js');
const { openaiChat } = await import('../../dist/wire/openai-chat.js');

const connection = { baseUrl: 'https://demo.example/v1', wire: openaiChat, model: 'gpt-4o' };
const initialEntries = [
  { message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What is it?' }] } },
  {
    message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A **tower**.' }] },
    answer: { status: 'complete', startedAtMs: 0 },
  },
];
const render = (part, props) =>
  renderToString(createElement(StrictMode, null, createElement(part, { connection, ...props })));

const chat = render(ImageChat, { initialEntries });
const panel = render(BatchPanel, {});
console.log(JSON.stringify({ version, chat, panel, warnings }));
