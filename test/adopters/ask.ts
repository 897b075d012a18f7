import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { makePhoto } from '../helpers/make-photo.js';

export interface Visit {
  answer: string;
  /** What the answer's `data-status` says at the end. */
  status: string | null;
  /** What the console and uncaught errors said. */
  said: string[];
  /** What the content security policy of the page refused. */
  violations: string[];
  /** Addresses that were requested of another host. */
  elsewhere: string[];
  /** Images that a worker prepared. */
  preparedByWorker: number;
}

/** How to use the chat of an app. */
export interface Chat {
  /** Where images are dropped. */
  target: (page: Page) => Locator;
  /** Appears once the image can be sent. */
  added: (page: Page) => Locator;
  message: (page: Page) => Locator;
  /** The answer, once it is complete or has failed. */
  answer: (page: Page) => Locator;
}

export const imageChat: Chat = {
  target: (page) => page.locator('[data-ick-part="composer"]'),
  added: (page) => page.locator('[data-ick-part="tray-item"][data-status="ready"]'),
  message: (page) => page.getByRole('textbox', { name: 'Message', exact: true }),
  answer: (page) =>
    page.locator(
      '[data-ick-part="message"][data-role="assistant"]:is([data-status="complete"], [data-status="failed"])',
    ),
};

declare global {
  interface Window {
    preparedByWorker: number;
    violations: string[];
  }
}

/** Counts the images that workers of the page report as done, and collects what its policy refuses. */
function watch(): void {
  window.preparedByWorker = 0;
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    window.violations.push(`${effectiveDirective} ${blockedURI}`);
  });
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

/** Drops a file of the disk onto an element, as a person does. */
async function dropFile(page: Page, target: Locator, path: string): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop the image on.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const devtools = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') =>
    devtools.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  const taken = page.locator('[data-drop-target], [data-dragging="true"]').first();
  // A page that a server rendered takes nothing yet, and a file that is dropped on it replaces the page.
  for (;;) {
    await drag('dragEnter');
    await drag('dragOver');
    const isTaken = await taken.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isTaken) break;
    await drag('dragCancel');
  }
  await drag('drop');
}

/** Does what a person does first: drops a photo of 12 megapixels, asks about it and reads the answer. */
export async function askAboutPhoto(
  browser: Browser,
  url: string,
  chat: Chat = imageChat,
): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-photo-'));
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, await makePhoto({ width: 4032, height: 3024 }));
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
    await page.addInitScript(watch);
    await page.goto(url);
    await chat.message(page).waitFor();
    await dropFile(page, chat.target(page), photo);
    await chat.added(page).waitFor();
    await chat.message(page).fill('What do you see?');
    await chat.message(page).press('Enter');
    const answer = chat.answer(page);
    await answer.waitFor();
    return {
      answer: await answer.innerText(),
      status: await answer.getAttribute('data-status'),
      said,
      elsewhere,
      violations: await page.evaluate(() => window.violations),
      preparedByWorker: await page.evaluate(() => window.preparedByWorker),
    };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}
