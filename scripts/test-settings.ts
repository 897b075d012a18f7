import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Packages that browser tests and stories import. Found late, each would reload the page in the middle of a test. */
export const prebundled = [
  'react',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@tanstack/react-query',
  'vitest-browser-react',
  'eventsource-parser',
  'eventsource-parser/stream',
  'file-selector',
  'heic-to/csp',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'tesseract.js',
  'idb-keyval',
  'lucide-react',
  'react-markdown',
  'remark-gfm',
  'browser-image-compression',
  '@dnd-kit/core',
  '@dnd-kit/sortable',
  'ai',
  '@ai-sdk/react',
  '@assistant-ui/react',
  '@tanstack/ai-client',
  'react-dropzone',
];

/** The folder with odd images beside the checkout, where there is one. Its suites say "skipped" where there is none. */
export function sharedFolder(): string | undefined {
  const folder = fileURLToPath(new URL('../../shared', import.meta.url));
  return existsSync(folder) ? folder : undefined;
}
