import type { StorybookConfig } from '@storybook/react-vite';
import { propsOfComponents } from '../scripts/props-of-components.ts';

/** Defaults of props are often a sentence, not code. */
const docsStyle = `<style>
.docblock-argstable-body td:nth-child(3) span {
  padding: 0 !important; border: 0 !important; background: none !important;
  font-family: inherit !important; font-size: 13px !important; white-space: normal !important;
}
</style>`;

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  // Storybook's own reader of props follows neither Omit nor extends, and its other one needs a TypeScript with an API.
  managerHead: (head) => `${head}<script>document.title = 'Image chat kit';</script>`,
  previewHead: (head) => `${head}<link rel="icon" href="./favicon.svg" />${docsStyle}`,
  typescript: { reactDocgen: false },
  viteFinal: (config) => ({
    ...config,
    // Tests show no docs.
    plugins: [...(config.plugins ?? []), !process.env['VITEST'] && propsOfComponents()],
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // Text recognition for the demo backend comes from npm and is served from here, never from a CDN.
  staticDirs: [
    '../public',
    { from: '../scripts/docs/client/favicon.svg', to: '/favicon.svg' },
    { from: '../node_modules/tesseract.js/dist', to: '/tesseract' },
    { from: '../node_modules/tesseract.js-core', to: '/tesseract-core' },
    { from: '../node_modules/@tesseract.js-data/eng/4.0.0_best_int', to: '/tesseract-data' },
  ],
};
export default config;
