import { expect, inject, test, describe } from 'vitest';
import { makeApp } from './make-app.js';

const react18 = ['react@18.2.0', 'react-dom@18.2.0'];
const react19 = ['react@19', 'react-dom@19'];

/** Packages that are in an app before the kit. Each row installs without the kit. */
const hosts = [
  [
    'AI SDK 4, React 18.2 and the first TanStack Query 5',
    ...react18,
    '@tanstack/react-query@5.0.0',
    'ai@4',
  ],
  ['AI SDK 5', ...react19, 'ai@5', '@ai-sdk/react@2'],
  ['AI SDK 6', ...react19, 'ai@6'],
  ['AI SDK 7', ...react19, 'ai@7'],
  ['assistant-ui 0.5', ...react18, '@assistant-ui/react@0.5'],
  ['assistant-ui 0.11', ...react19, '@assistant-ui/react@0.11'],
  ['assistant-ui 0.15', ...react19, '@assistant-ui/react@0.15'],
  ['the first TanStack AI client', ...react19, '@tanstack/ai-client@0.0.1'],
  ['TanStack AI client 0.33', ...react19, '@tanstack/ai-client@0.33'],
];

describe.skipIf(inject('unreachable') !== '')('npm installs the package beside', () => {
  test.each(hosts)('%s', async (_name, ...packages) => {
    const app = makeApp();
    try {
      app.write('package.json', { name: 'host', private: true, type: 'module' });
      const printed = await app.install('--package-lock-only', ...packages, inject('tarball'));
      expect(printed).not.toMatch(/ERESOLVE|EBADENGINE|peer/i);
    } finally {
      app.remove();
    }
  });
});
