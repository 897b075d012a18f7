import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeApp } from './make-app.js';

const fixtures = fileURLToPath(new URL('../fixtures/images', import.meta.url));

const images = [
  { name: 'a PNG image', file: join(fixtures, 'quad.png'), type: 'image/png' },
  { name: 'a photo with its place', file: join(fixtures, 'photo.jpg'), type: 'image/jpeg' },
];

/** Each without a line that fills in what the DOM of the test leaves out. */
const runners = [
  ['Vitest and jsdom', 'vitest/vitest.mjs', 'run', '--environment', 'jsdom'],
  ['Vitest and happy-dom', 'vitest/vitest.mjs', 'run', '--environment', 'happy-dom'],
  ['Jest and jsdom', 'jest/bin/jest.js', '--env', 'image-chat-kit/testing/jest-jsdom'],
  ['Jest and happy-dom', 'jest/bin/jest.js', '--env', '@happy-dom/jest-environment'],
] satisfies [name: string, command: string, ...options: string[]][];

describe.skipIf(inject('unreachable') !== '')('tests of an app with ImageChat', () => {
  const app = makeApp(join(import.meta.dirname, 'dom'));
  beforeAll(async () => {
    app.setVariable('IMAGES', JSON.stringify(images));
    await app.install(inject('tarball'));
  });
  afterAll(() => app.remove());

  test.each(runners)('pass in %s', async (_name, command, ...options) => {
    const isJest = command.startsWith('jest');
    const printed = await app.run(
      process.execPath,
      // Jest loads packages of modules only so.
      ...(isJest ? ['--experimental-vm-modules', '--no-warnings'] : []),
      join('node_modules', command),
      ...options,
      ...(isJest ? ['--testMatch', '**/jest.spec.js', '--transform', '{}'] : ['vitest.test.js']),
    );
    expect(printed).toMatch(/2 passed/);
    // Neither React nor the DOM of the test complained.
    expect(printed).not.toMatch(
      /stderr \||console\.(error|warn)|Not implemented|not wrapped in act/,
    );
  });
});
