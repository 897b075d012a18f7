import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { codeBlocks, root } from '../helpers/readme.js';

/** What the README says is the reader's own. */
const own = {
  'session.ts':
    'export const readSession = (request: Request): Promise<object | undefined> => Promise.resolve(request);',
  'limiter.ts':
    'export const limiter = { check: (request: Request) => Promise.resolve({ isAllowed: request.url !== "", retryAfterSeconds: 1 }) };',
};

test("the README's code compiles against the built package", () => {
  // Below the root, where the package's own name leads to it.
  const folder = mkdtempSync(join(root, 'test', '.readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'lib'));
  for (const [name, code] of Object.entries(own)) writeFileSync(join(folder, 'lib', name), code);
  const blocks = codeBlocks('README.md');
  for (const [index, { language, code }] of blocks.entries()) {
    writeFileSync(join(folder, `block-${index + 1}.${language}`), code);
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
        paths: { '@/*': ['./*'] },
      },
    }),
  );
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
  expect(blocks.length).toBeGreaterThanOrEqual(4);
}, 60_000);
