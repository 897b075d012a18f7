import { afterEach, expect, test, vi } from 'vitest';
import { isMissingPackage } from '../../../src/internal/optional-package.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.doUnmock('heic-to/csp');
});

test.each([
  // Chromium, Firefox, Safari, Vite, webpack, Node
  'Failed to resolve module specifier "heic-to/csp"',
  'The specifier “heic-to/csp” was a bare specifier, but was not remapped to anything.',
  "Module name, 'heic-to/csp' does not resolve to a valid URL.",
  'Could not resolve "heic-to/csp" imported by "image-chat-kit". Is it installed?',
  "Cannot find module 'heic-to/csp'",
  "Cannot find package 'heic-to' imported from /app/index.js",
])('knows a package that is not installed: %s', (message) => {
  expect(isMissingPackage(new TypeError(message))).toBe(true);
});

test('does not take a lost connection for one', () => {
  const message = 'Failed to fetch dynamically imported module: https://app.example/a.js';
  expect(isMissingPackage(new TypeError(message))).toBe(false);
});
