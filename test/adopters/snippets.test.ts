import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
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

/** The entries that a snippet without imports may mean, each with the names it exports. */
const exported = entries
  .filter(({ name }) => !/\/(worker|create-worker|.*\.css)$/.test(name))
  .map(({ name, types }) => ({ name, text: readFileSync(types, 'utf8') }));

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

/** The line that supplies a name, if it is one of the package or of the map. */
function supply(name: string): string | undefined {
  const declaration = variables[name];
  if (declaration) return `declare ${declaration};`;
  const entry = exported.find(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
  if (entry) return `import { ${name} } from '${entry.name}';`;
  return name.startsWith('use') ? `import { ${name} } from 'react';` : undefined;
}

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
  test('compile, with the names that they leave to their reader', async () => {
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
    const smallest = snippets.find(
      ({ place, code }) => place.startsWith('README.md') && code.includes('<ImageChat'),
    );
    app.write('page/snippet.tsx', smallest?.code ?? '');
    app.write(
      'page/main.tsx',
      `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import * as snippet from './snippet';
const App = snippet.default ?? snippet.App;
createRoot(document.getElementById('root')).render(createElement(App));`,
    );
    app.write(
      'page/index.html',
      `<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/main.tsx"></script>`,
    );
    // The test runner's own is `test`, with which React would be built for development.
    vi.stubEnv('NODE_ENV', 'production');
    await build({
      configFile: false,
      logLevel: 'error',
      root: join(app.folder, 'page'),
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
    const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
    const server = await startServer({
      folder: join(app.folder, 'page/dist'),
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
});
