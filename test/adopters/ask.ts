import { chromium, type Browser } from 'playwright';
import { makePhoto } from '../helpers/make-photo.js';

export interface Visit {
  answer: string;
  /** What the answer's `data-status` says at the end. */
  status: string | null;
  /** What the console and uncaught errors said. */
  said: string[];
  /** Addresses that were requested of another host. */
  elsewhere: string[];
  /** Images that a worker prepared. */
  preparedByWorker: number;
}

declare global {
  interface Window {
    preparedByWorker: number;
  }
}

/** Counts the images that workers of the page report as done. */
function countPrepared(): void {
  window.preparedByWorker = 0;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ kind?: string }>) => {
        if (data?.kind === 'done') window.preparedByWorker += 1;
      });
    }
  };
}

/** Starts one browser for the apps of a test file. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

/** Does what a person does first: chooses a photo of 12 megapixels, asks about it and reads the answer. */
export async function askAboutPhoto(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage();
  const said: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (/^(https?|wss?):/.test(address) && !address.startsWith(new URL(url).origin)) {
      elsewhere.push(address);
    }
  });
  try {
    await page.addInitScript(countPrepared);
    await page.goto(url);
    const add = page.getByRole('button', { name: /^(Add|Upload)/ }).first();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), add.click()]);
    await chooser.setFiles({
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer: await makePhoto({ width: 4032, height: 3024 }),
    });
    await page.locator('[data-ick-part="tray-item"][data-status="ready"]').waitFor();
    const box = page.getByRole('textbox', { name: 'Message', exact: true });
    await box.fill('What do you see?');
    await box.press('Enter');
    const answer = page.locator('[data-ick-part="message"][data-role="assistant"]');
    await page
      .locator('[data-ick-part="message"]:is([data-status="complete"], [data-status="failed"])')
      .waitFor();
    return {
      answer: await answer.innerText(),
      status: await answer.getAttribute('data-status'),
      said,
      elsewhere,
      preparedByWorker: await page.evaluate(() => window.preparedByWorker),
    };
  } finally {
    await page.close();
  }
}
