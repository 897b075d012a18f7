// The looks of the kit on every page we know, in every state: too long for each run of the tests. `npm run test:hosts`.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { inlineWorker } from './scripts/inline-worker.ts';
import { kitStyles } from './scripts/styles/styles-plugin.ts';
import { tailwind3Page } from './scripts/tailwind-3-page.ts';
import { prebundled } from './scripts/test-settings.ts';
import { inChromium } from './vitest.config.ts';

export default defineConfig({
  plugins: [react(), tailwindcss(), kitStyles(), inlineWorker(), tailwind3Page()],
  optimizeDeps: { include: prebundled },
  server: { fs: { allow: [fileURLToPath(new URL('.', import.meta.url))] } },
  test: {
    name: 'hosts',
    include: ['test/hosts/**/*.test.tsx'],
    reporters: ['default', './scripts/closing-line.ts'],
    // A limit for hangs only.
    testTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    browser: inChromium(),
  },
});
