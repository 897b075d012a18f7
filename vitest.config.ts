import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import tailwindcss from '@tailwindcss/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { demoEndpoint } from './scripts/demo-endpoint.ts';
import { inlineWorker } from './scripts/inline-worker.ts';
import { recordedEndpoint } from './scripts/recorded-endpoint.ts';
import { reactCompilerPlugin } from './scripts/react-compiler-plugin.ts';
import { tailwind3Page } from './scripts/tailwind-3-page.ts';
import { kitStyles } from './scripts/styles/styles-plugin.ts';
import { prebundled, sharedFolder } from './scripts/test-settings.ts';

const chromium = playwright({
  contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] },
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Two cameras and a screen that exist everywhere, and nobody who has to allow them.
      '--use-fake-device-for-media-stream=device-count=2',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

/** Made anew for each project: the runner writes names into the instances. */
export const inChromium = () => ({
  enabled: true,
  headless: true,
  provider: chromium,
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
});

const react18 = fileURLToPath(new URL('test/react-18', import.meta.url));

const shared = sharedFolder();

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    kitStyles(),
    inlineWorker(),
    demoEndpoint(),
    recordedEndpoint(),
  ],
  // Served to browser tests over /@fs/, where the folder is there.
  define: { __SHARED_FOLDER__: JSON.stringify(shared ?? '') },
  server: {
    fs: { allow: [fileURLToPath(new URL('.', import.meta.url)), ...(shared ? [shared] : [])] },
  },
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    // Time limits are for hangs only; a machine with two cores runs browsers beside the tests.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{unit,conformance,types}/**/*.test.ts'],
          environment: 'node',
          setupFiles: 'test/helpers/fixed-seed.ts',
          // What they share is without state, and hundreds of small files wait for a process of their own each.
          isolate: false,
          unstubGlobals: true,
          // Many of them wait for a server in their own process, so one more than there are cores.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'dist',
          include: existsSync('dist') ? ['test/dist/**/*.test.ts'] : [],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'adopters',
          include: existsSync('dist') ? ['test/adopters/**/*.test.ts'] : [],
          environment: 'node',
          globalSetup: 'test/adopters/pack.ts',
          // They install packages from the registry and build whole apps.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'visual',
          include: ['test/visual/**/*.test.ts'],
          environment: 'node',
          // Each test waits for a page that draws; more would wait for each other.
          maxConcurrency: 3,
          // Last and with the machine to themselves.
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        plugins: [tailwind3Page()],
        optimizeDeps: { include: prebundled },
        test: {
          name: 'browser',
          include: ['test/{browser,engines}/**/*.test.{ts,tsx}'],
          setupFiles: 'test/helpers/mouse.ts',
          browser: inChromium(),
        },
      },
      {
        extends: true,
        // The same tests over the kit as React Compiler makes it: what it keeps from last time must never be stale.
        plugins: [reactCompilerPlugin()],
        optimizeDeps: { include: [...prebundled, 'react/compiler-runtime'] },
        test: {
          name: 'compiled',
          include: ['test/browser/components/{tray,conversation,image-chat}.test.tsx'],
          setupFiles: 'test/helpers/mouse.ts',
          browser: inChromium(),
        },
      },
      {
        extends: true,
        // Every module gets the React of this folder: the oldest that the kit works with.
        root: react18,
        resolve: { dedupe: ['react', 'react-dom'] },
        optimizeDeps: { include: [...prebundled, 'react-dom/server'] },
        test: { name: 'react-18', include: ['**/*.test.tsx'], browser: inChromium() },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: { include: prebundled },
        test: { name: 'stories', browser: inChromium() },
      },
    ],
  },
});
