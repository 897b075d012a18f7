import type { Page } from 'playwright';

/** A moment of the product that is compared, light and dark, narrow and wide. */
export interface Screen {
  name: string;
  /** The id of its story. */
  story: string;
  /** Leads from the story to the moment. */
  prepare?: (page: Page) => Promise<void>;
  forcedColors?: boolean;
}

const playground = 'playground--playground';

async function inspect(page: Page): Promise<void> {
  await page.getByLabel('Upload images').first().setInputFiles('public/samples/receipt.png');
  await page.locator('[data-ick-part="tray-item"][data-status="ready"]').waitFor();
  await page.getByRole('button', { name: 'Inspect', exact: true }).click();
  // It holds how long each stage took.
  await page.locator('#pg-inspect summary', { hasText: 'Result' }).click();
}

async function dragOver(page: Page): Promise<void> {
  await page.locator('[data-ick]').first().waitFor();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['an image'], 'image.png', { type: 'image/png' }));
    const target = document.querySelector('[data-ick-part="composer"]') ?? document.body;
    for (const kind of ['dragenter', 'dragover']) {
      target.dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
    }
  });
}

export const screens: readonly Screen[] = [
  { name: 'empty', story: playground },
  { name: 'dragging', story: playground, prepare: dragOver },
  { name: 'tray-3', story: 'screens--three-images' },
  { name: 'tray-12', story: 'screens--twelve-images' },
  { name: 'preparing', story: 'screens--preparing' },
  { name: 'rejected', story: 'screens--rejected' },
  { name: 'warned', story: 'screens--warned' },
  { name: 'typed', story: 'screens--typed-text' },
  { name: 'waiting', story: 'screens--waiting' },
  { name: 'streaming', story: 'screens--streaming' },
  { name: 'finished', story: 'screens--finished' },
  { name: 'failed', story: 'screens--failed' },
  { name: 'edit-box', story: 'components-messagelist--editing' },
  { name: 'versions', story: 'components-messagelist--versions' },
  { name: 'lightbox', story: 'components-lightbox--opened' },
  { name: 'what-the-model-sees', story: 'components-lightbox--what-the-model-sees' },
  { name: 'markup', story: 'components-markup--opened' },
  { name: 'add-menu', story: 'components-addmenu--menu' },
  {
    name: 'connection',
    story: playground,
    prepare: (page) => page.getByRole('button', { name: 'Connection:' }).click(),
  },
  { name: 'totals', story: 'components-messagetotals--opened' },
  { name: 'inspect', story: playground, prepare: inspect },
  { name: 'batch', story: 'components-batchpanel--chosen' },
  { name: 'arabic', story: 'components-imagechat--arabic' },
  { name: 'german', story: 'components-imagechat--german' },
  { name: 'forced-colors', story: 'screens--finished', forcedColors: true },
];
