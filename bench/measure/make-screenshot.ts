import { launchBrowser } from './browser.ts';

const WORDS =
  'The queue keeps each image until its answer has come; rows of 28 px cost one token each, 1,568 at most.';

const section = (size: number) => `
  <section style="font-size:${size}px">
    <h2>Release notes, part ${size}</h2>
    <p>${WORDS} ${WORDS}</p>
    <pre>const limit = rules.maxLongEdgePx ?? ${size * 112}; // px</pre>
  </section>`;

/** Writes a PNG of 2880 × 1800 px as a dense display shows it: small text in columns. */
export async function makeScreenshot(path: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 2,
    });
    const sections = [9, 10, 11, 12, 13, 14, 9, 10, 11, 12, 13, 14].map(section).join('');
    await page.setContent(
      `<body style="columns:3;font-family:sans-serif;margin:16px;color:#1f2328">${sections}</body>`,
    );
    await page.screenshot({ path });
  } finally {
    await browser.close();
  }
}
