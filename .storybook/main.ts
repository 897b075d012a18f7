import type { StorybookConfig } from '@storybook/react-vite';
import { propsOfComponents } from '../scripts/props-of-components.ts';

/** The page that stories stand on, which is never white in the dark, also while a story loads. */
const paper = `<meta name="color-scheme" content="light dark" /><style>
:root, .sb-preparing-story, .sb-preparing-docs { background: #fbfbfa !important; }
@media (prefers-color-scheme: dark) {
  :root, .sb-preparing-story, .sb-preparing-docs { background: #161615 !important; }
}
</style>`;

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  managerHead: (head) => `${head}<script>document.title = 'Image chat kit';</script>`,
  previewHead: (head) => `${head}<link rel="icon" href="./favicon.svg" />${paper}`,
  // Storybook's own reader of props follows neither Omit nor extends, and its other one needs a TypeScript with an API.
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
