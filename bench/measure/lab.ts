import type { Browser, Page } from 'playwright';
import type { Job } from '../page/protocol.ts';
import { launchBrowser } from './browser.ts';
import type { Photo } from './photos.ts';
import { waitForQuiet } from './quiet.ts';
import type { BenchServer } from './server.ts';

const QUIET_PATIENCE_MS = 1500;
const QUICK_PATIENCE_MS = 200;

export interface LabOptions {
  server: BenchServer;
  /** Fewer images and rounds. */
  isQuick: boolean;
  photos: readonly Photo[];
  screenshot: Photo;
}

/** A fresh browser with the bench page and some files in it. */
export interface Bench {
  browser: Browser;
  page: Page;
  methods: string[];
  variants: string[];
  close(): Promise<void>;
}

/** A fresh browser with the page about requests and some files in it. */
export type RequestBench = Pick<Bench, 'browser' | 'page' | 'close'>;

/** What every scenario works with. */
export interface Lab extends LabOptions {
  openBench(photos: readonly Photo[]): Promise<Bench>;
  openRequestBench(photos: readonly Photo[]): Promise<RequestBench>;
  /** The same with the page about chats. */
  openChatBench(photos: readonly Photo[]): Promise<RequestBench>;
  /** Waits until other programs leave the processor alone. */
  settle(): Promise<void>;
}

export function createLab(options: LabOptions): Lab {
  return {
    ...options,
    settle: () => waitForQuiet(options.isQuick ? QUICK_PATIENCE_MS : QUIET_PATIENCE_MS),
    openRequestBench: (photos) => open(`${options.server.url}requests.html`, photos),
    openChatBench: (photos) => open(`${options.server.url}chat.html`, photos),
    async openBench(photos) {
      const { browser, page, close } = await open(options.server.url, photos);
      const { methods, variants } = await page.evaluate(() => ({
        methods: window.bench.methods,
        variants: window.bench.variants,
      }));
      return { browser, page, methods, variants, close };
    },
  };
}

async function open(url: string, photos: readonly Photo[]): Promise<RequestBench> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window || 'requests' in window || 'chat' in window);
  await page.setInputFiles(
    'input',
    photos.map(({ path }) => path),
  );
  return { browser, page, close: () => browser.close() };
}

/** The image of this place in the page's list, to fit a square. */
export function jobFor(photos: readonly Photo[], index: number, maxSidePx: number): Job {
  const photo = photos[index];
  if (!photo) throw new Error(`no photo ${index}`);
  const scale = Math.min(1, maxSidePx / Math.max(photo.storedWidth, photo.storedHeight));
  const storedTarget = [
    Math.max(1, Math.round(photo.storedWidth * scale)),
    Math.max(1, Math.round(photo.storedHeight * scale)),
  ] as const;
  const [height, width] = photo.isTurned ? storedTarget : [storedTarget[1], storedTarget[0]];
  return {
    photo: index,
    width,
    height,
    maxSidePx,
    mediaType: 'image/jpeg',
    quality: 0.8,
    storedWidth: photo.storedWidth,
    storedHeight: photo.storedHeight,
    isTurned: photo.isTurned,
  };
}
