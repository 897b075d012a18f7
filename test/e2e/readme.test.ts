/** The README's first snippet, pasted into an app of Vite as it stands, with the built package. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { codeBlocks, root } from '../helpers/readme.js';
import { startServer } from '../helpers/static-server.js';

const main = `import { createRoot } from 'react-dom/client';
import App from './App.js';
createRoot(document.getElementById('root')).render(<App />);
`;

async function buildApp(): Promise<string> {
  // Below the root, where the package's own name leads to it.
  const folder = mkdtempSync(join(root, 'test', '.readme-app-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'index.html'),
    '<div id="root"></div><script type="module" src="main.jsx"></script>',
  );
  writeFileSync(join(folder, 'main.jsx'), main);
  writeFileSync(join(folder, 'App.tsx'), codeBlocks('README.md')[0]?.code ?? '');
  await build({ root: folder, configFile: false, logLevel: 'error', build: { outDir: 'out' } });
  return join(folder, 'out');
}

describe.skipIf(!existsSync(join(root, 'dist')))("the README's first snippet", () => {
  test('shows a chat that takes an image and answers', async () => {
    const server = await startServer({ folder: await buildApp() });
    onTestFinished(server.close);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${server.url}/index.html`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add images' }).first().click();
    await (await chooser).setFiles(join(root, 'public/samples/receipt.png'));
    await page.locator('[data-ick-part="tray-item"][data-status="ready"]').waitFor();
    const box = await page.locator('[data-ick]').first().boundingBox();
    expect(box?.height).toBe(page.viewportSize()?.height);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('It received 1 image, exactly as a model would').waitFor();
  }, 120_000);
});
