import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { firefox, webkit } from './scripts/engines.ts';
import { inlineWorker } from './scripts/inline-worker.ts';
import { kitStyles } from './scripts/styles/styles-plugin.ts';
import { prebundled, sharedFolder } from './scripts/test-settings.ts';

const shared = sharedFolder();

/** The tests that every browser engine has to pass, in Firefox and WebKitGTK. Chromium runs them with the others. */
export default defineConfig({
  plugins: [react(), tailwindcss(), kitStyles(), inlineWorker()],
  optimizeDeps: { include: prebundled },
  define: { __SHARED_FOLDER__: JSON.stringify(shared ?? '') },
  server: {
    fs: { allow: [fileURLToPath(new URL('.', import.meta.url)), ...(shared ? [shared] : [])] },
  },
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          include: ['test/engines/**/*.test.{ts,tsx}'],
          name: 'firefox',
          browser: {
            enabled: true,
            headless: true,
            provider: firefox(),
            instances: [{ browser: 'firefox' }],
            screenshotFailures: false,
          },
        },
      },
      {
        extends: true,
        test: {
          include: ['test/engines/**/*.test.{ts,tsx}'],
          name: 'webkit',
          browser: {
            enabled: true,
            headless: true,
            provider: webkit(),
            instances: [{ browser: 'webkit' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
