import { chromium, type Browser } from 'playwright';

/** Headless Chromium that asks nobody anything. `CHROMIUM` names another one. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Else the page is told its heap in steps of ten percent.
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
    ],
  });
}
