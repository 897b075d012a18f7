import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { createDemoBackend } from '../../src/demo/index.js';
import { startServer } from '../helpers/static-server.js';
import { askAboutPhoto, openBrowser } from './ask.js';
import { makeApp } from './make-app.js';
import { readSnippets } from './read-snippets.js';
import { modules, variables } from './snippet-surroundings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);
const app = makeApp();
const snippets = readSnippets();

const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string'
    ? []
    : [{ name: manifest.name + subpath.slice(1), types: join(root, target.types) }],
);

interface Complaint {
  index: number;
  code: string;
  text: string;
}

const fileOf = (index: number): string => `snippet-${index}.tsx`;

async function compile(): Promise<Complaint[]> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const printed = await execute(process.execPath, [tsc, '-p', app.folder, '--pretty', 'false'], {
    cwd: app.folder,
  }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  const lines = printed.matchAll(/^snippet-(\d+)\.tsx\(\d+,\d+\): error TS(\d+): (.*)$/gm);
  return Array.from(lines, ([, index, code = '', text = '']) => ({
    index: Number(index),
    code,
    text,
  }));
}

/** Returns the line that supplies a name of the reader's app. What the kit exports, a snippet has to import. */
function supply(name: string): string | undefined {
  const declaration = variables[name];
  return declaration && `declare ${declaration};`;
}

/** Returns the snippet of a page that has these characters. */
const snippetOf = (page: string, characters: string): string =>
  snippets.find(({ place, code }) => place.startsWith(page) && code.includes(characters))?.code ??
  '';

/** Builds a page around a snippet, on the built package. Returns its folder. */
async function buildPage(name: string, snippet: string, main: string): Promise<string> {
  app.write(`${name}/snippet.tsx`, snippet);
  app.write(`${name}/main.tsx`, main);
  app.write(
    `${name}/index.html`,
    `<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/main.tsx"></script>`,
  );
  // The test runner's own is `test`, with which React would be built for development.
  vi.stubEnv('NODE_ENV', 'production');
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(app.folder, name),
    resolve: {
      // With the whole path of each subpath, before the package's own name.
      alias: Object.entries(manifest.exports)
        .map(([subpath, target]) => ({
          find: new RegExp(`^${manifest.name}${subpath.slice(1)}$`),
          replacement: join(root, typeof target === 'string' ? target : target.default),
        }))
        .toReversed(),
    },
  });
  return join(app.folder, name, 'dist');
}

declare global {
  interface Window {
    /** The types of the parts of each question. */
    asked: string[][];
  }
}

/** Drops an image on the snippet's `Ask`, and presses Ask from then on at each change of the page, until it has asked twice. */
const impatientPage = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Ask } from './snippet';
window.asked = [];
const root = document.getElementById('root');
const send = (messages) => {
  window.asked.push(messages.at(-1).parts.map(({ type }) => type).toSorted());
  if (window.asked.length === 2) document.body.dataset.asked = '';
};
const isDropped = { now: false };
const press = () => isDropped.now && window.asked.length < 2 && root.querySelector('button').click();
new MutationObserver(press).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
createRoot(root).render(createElement(Ask, { text: 'What is this?', send }));
const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
canvas.getContext('2d').fillRect(0, 0, 1500, 2000);
canvas.toBlob((blob) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([blob], 'square.png', { type: 'image/png' }));
  isDropped.now = true;
  root.firstChild.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
});`;

const MISSING_NAME = new Set(['2304', '2503', '2552', '2582', '2593', '2868', '18004']);

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(app.folder, 'node_modules'));
  app.write('tsconfig.json', {
    compilerOptions: {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: ['react', 'node'],
      paths: Object.fromEntries(entries.map(({ name, types }) => [name, [types]])),
    },
    include: ['.'],
  });
  app.write('modules.d.ts', modules);
});
afterAll(() => {
  vi.unstubAllEnvs();
  app.remove();
});

describe('the snippets of README and docs', () => {
  test('compile, with the names that they leave to their reader, and import what is the kit’s', async () => {
    expect(snippets.length).toBeGreaterThan(5);
    const write = (index: number, above: readonly string[]): void =>
      app.write(fileOf(index), `${above.join('\n')}\n${snippets[index]?.code ?? ''}\nexport {};\n`);
    for (const index of snippets.keys()) write(index, []);
    const first = await compile();

    for (const index of snippets.keys()) {
      const names = first
        .filter((one) => one.index === index && MISSING_NAME.has(one.code))
        .map(({ text }) => /'(\w+)'/.exec(text)?.[1] ?? '');
      write(
        index,
        [...new Set(names)].flatMap((name) => supply(name) ?? []),
      );
    }
    const complaints = (await compile()).map(
      ({ index, code, text }) => `${snippets[index]?.place} TS${code}: ${text}`,
    );
    expect(complaints).toEqual([]);
  });

  test('begin with one that runs when it is pasted', async () => {
    const page = await buildPage(
      'first',
      snippetOf('README.md', '<ImageChat'),
      `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import App from './snippet';
createRoot(document.getElementById('root')).render(createElement(App));`,
    );
    const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
    const server = await startServer({
      folder: page,
      handle: (request) =>
        request.url.endsWith('/chat/completions') ? backend(request) : undefined,
    });
    const browser = await openBrowser();
    try {
      const visit = await askAboutPhoto(browser, `${server.url}/index.html`);
      expect(visit).toMatchObject({ status: 'complete', said: [], elsewhere: [] });
    } finally {
      await browser.close();
      await server.close();
    }
  });

  test('ask with the hooks alone, and never without an image that is being prepared', async () => {
    const folder = await buildPage(
      'hooks',
      snippetOf('docs/own-parts.md', 'useImageMessage({'),
      impatientPage,
    );
    const server = await startServer({ folder });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}/index.html`);
      await page.locator('[data-asked]').waitFor();
      expect(await page.evaluate(() => window.asked)).toEqual([['image', 'text'], ['text']]);
    } finally {
      await browser.close();
      await server.close();
    }
  });

  test('show a chat of parts that answers, and announces it', async () => {
    const folder = await buildPage(
      'parts',
      `import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
const fetch = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-5.6-terra', fetch };
${snippetOf('docs/own-parts.md', '<Composer.Root')}`,
      `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from './snippet';
const root = document.getElementById('root');
const report = (changes) => {
  for (const { addedNodes, target } of changes) {
    if (!target.matches('[aria-live="polite"]')) continue;
    for (const { textContent } of addedNodes) console.info(textContent);
  }
};
new MutationObserver(report).observe(root, { subtree: true, childList: true });
createRoot(root).render(createElement(Chat));`,
    );
    const server = await startServer({ folder });
    const browser = await openBrowser();
    try {
      const { status, said } = await askAboutPhoto(browser, `${server.url}/index.html`);
      expect(status).toBe('complete');
      expect(said).toContain('info: 1 image added');
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
