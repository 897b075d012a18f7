import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { emptyMarkup } from '../../../src/markup/change.js';
import { findRules } from '../../../src/models/find-rules.js';
import { renderMarkup } from '../../../src/markup/render-markup.js';
import { createImageQueue } from '../../../src/queue/create-image-queue.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import type { DraftStore } from '../../../src/storage/types.js';
import { createGate } from '../../helpers/gate.js';
import { eventually } from '../../helpers/eventually.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { drag as dragFile, fixtureFiles, openChat, pasteInto } from '../components/chat-page.js';
import { slowImage } from '../components/slow-image.js';
import { bytesAsText, colourName, readPixels } from '../pipeline/read-pixels.js';
import { drag, stage } from './on-stage.js';

const draftStore = createDraftStore({ name: 'test-markup' });
let draftKey = '';
// The chat of the test before is unmounted, and may write its draft, once the next one has begun.
beforeEach(() => {
  draftKey = crypto.randomUUID();
});
afterEach(() => draftStore.clearAll());

const input = () => page.getByRole('textbox', { name: 'Message' });
const readyTiles = () => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]');
const button = (name: string) => page.getByRole('button', { name, exact: true });

const said = () => document.querySelector('[data-ick-part=announcer]');

/** A photo with metadata and a thumbnail of itself, stored sideways: every piece of it holds the four colours. */
const PHOTO = 'quad_orientation_6.jpg';

async function coloursIn(blob: Blob): Promise<string[]> {
  const { data } = await readPixels(blob);
  const seen = new Set<string>();
  for (let start = 0; start < data.length; start += 4) {
    seen.add(colourName(Array.from(data.subarray(start, start + 3))));
  }
  return [...seen];
}

async function openWithPhoto(store: DraftStore = draftStore) {
  const chat = await openChat({ chat: { draftKey, draftStore: store } });
  await userEvent.click(input());
  await pasteInto(input().element(), await fixtureFiles(PHOTO));
  await expect.poll(() => readyTiles().length).toBe(1);
  return chat;
}

async function openEditor(): Promise<void> {
  await button('Mark up image 1').click();
  await expect.element(stage()).toBeVisible();
}

async function blackOutAll(): Promise<void> {
  await openEditor();
  await page.getByRole('radio', { name: 'Redact' }).click({ force: true });
  await drag([-0.1, -0.1], [1.1, 1.1]);
  await button('Done').click();
}

/** The editor waits two seconds for the draft, which a busy machine may need to get here. */
function waitLongForDraft(): void {
  const { setTimeout: start } = globalThis;
  const spy = vi
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation((run, ms) => start(run, ms === 2000 ? 60_000 : ms));
  onTestFinished(() => spy.mockRestore());
}

/** The images of a request, as they travel. */
async function sentImages(body: string | undefined): Promise<Blob[]> {
  const urls = body?.match(/data:image\/[a-z]+;base64,[\w+/=]+/g) ?? [];
  return Promise.all(urls.map(async (url) => (await fetch(url)).blob()));
}

describe('an image that is blacked out in the tray', () => {
  test('is announced as changed, once the editor has closed', async () => {
    await openWithPhoto();
    await blackOutAll();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => said()?.lastElementChild?.textContent).toBe('Image 1 was changed');
  });

  test('leaves no pixel and no word of the original: in the tray, the draft and the request', async () => {
    const { bodies } = await openWithPhoto();
    const before = document.querySelector<HTMLImageElement>('[data-ick-part=tray-thumbnail]')?.src;
    await blackOutAll();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await eventually(() => expect(fetch(before ?? '')).rejects.toThrow('fetch'));
    // On a busy machine the editor may close before the draft is written, which is waited for a while only.
    await eventually(async () => {
      const [kept] = (await draftStore.load(draftKey))?.images ?? [];
      expect(kept && (await coloursIn(kept.file))).toEqual(['black']);
      expect(kept && (await bytesAsText(kept.file))).not.toMatch(/CANARY|Exif/);
    });
    await expect.poll(() => readyTiles().length).toBe(1);

    const thumbnail = document.querySelector<HTMLImageElement>('[data-ick-part=tray-thumbnail]');
    expect(thumbnail?.src).not.toBe(before);
    const preview = await (await fetch(thumbnail?.src ?? '')).blob();
    expect(await coloursIn(preview)).toEqual(['black']);

    await userEvent.click(input());
    await userEvent.keyboard('What is this?{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    const [sent] = await sentImages(bodies[0]);
    expect(sent && (await coloursIn(sent))).toEqual(['black']);
    expect(sent && (await bytesAsText(sent))).not.toMatch(/CANARY|Exif/);
  });

  test('closes the editor only once the draft holds the new file', async () => {
    let saved: (() => void) | undefined;
    let isHeld = false;
    await openWithPhoto({
      ...draftStore,
      async save(key, draft) {
        if (isHeld) {
          await new Promise<void>((resolve) => {
            saved = resolve;
          });
        }
        await draftStore.save(key, draft);
      },
    });
    await eventually(async () => expect((await draftStore.load(draftKey))?.images).toHaveLength(1));
    isHeld = true;
    waitLongForDraft();
    await blackOutAll();
    await expect.poll(() => saved).toBeDefined();
    await expect.poll(() => readyTiles().length).toBe(1);
    expect(document.querySelector('[role=dialog], dialog[open]')).not.toBeNull();
    isHeld = false;
    saved?.();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    const [kept] = (await draftStore.load(draftKey))?.images ?? [];
    expect(kept && (await coloursIn(kept.file))).toEqual(['black']);
  });

  test('leaves no object URL of the original once the editor has closed', async () => {
    const urls = new Map<string, Blob | MediaSource>();
    const create = URL.createObjectURL.bind(URL);
    const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      const url = create(blob);
      urls.set(url, blob);
      return url;
    });
    await openWithPhoto();
    await blackOutAll();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    const coloursAlive = async (): Promise<string[]> => {
      const alive = await Promise.all(
        [...urls.keys()].map((url) =>
          fetch(url).then(
            (response) => response.blob(),
            () => undefined,
          ),
        ),
      );
      const colours = await Promise.all(
        alive.flatMap((blob) => (blob?.type.startsWith('image/') ? coloursIn(blob) : [])),
      );
      return [...new Set(colours.flat())];
    };
    await expect.poll(coloursAlive).toEqual(['black']);
    spy.mockRestore();
  });
});

describe('an image that is marked up in the tray', () => {
  test('keeps its tile, and says in the request what its numbers mean', async () => {
    const { bodies } = await openWithPhoto();
    await openEditor();
    await page.getByRole('radio', { name: 'Box' }).click({ force: true });
    await drag([0.1, 0.1], [0.4, 0.4]);
    await userEvent.keyboard('the red part{Enter}{Enter}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button('Mark up image 1')).toHaveFocus();
    await expect.poll(() => readyTiles().length).toBe(1);
    await userEvent.click(input());
    await userEvent.keyboard('What is in the box?{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('"text":"Image 1:\\n1: the red part"');
    expect(document.querySelector('[data-role=user]')?.textContent).not.toContain('1: the red');
  });

  test('is taken up again where it was left, and goes back to the original', async () => {
    await openWithPhoto();
    await openEditor();
    await page.getByRole('radio', { name: 'Crop' }).click({ force: true });
    await button('Turn right').click();
    await button('Done').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => readyTiles().length).toBe(1);
    await openEditor();
    const canvas = document.querySelector('[data-ick-part=markup-stage] canvas');
    expect([canvas?.clientWidth, canvas?.clientHeight].map(Number)).toSatisfy(
      ([width = 0, height = 0]: number[]) => height > width,
    );
    await button('Revert to original').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => readyTiles().length).toBe(1);
    await openEditor();
    await expect.element(button('Revert to original')).not.toBeInTheDocument();
  });

  test('can be opened from the large view, too', async () => {
    await openWithPhoto();
    (readyTiles()[0] as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: PHOTO })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Mark up image 1' }).click();
    await expect.element(stage()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

test.each([
  ['while it may still be in preparation', 0],
  ['once it is prepared', 1],
])(
  'an image that the browser cannot open is marked up at its full size, %s',
  async (_, leastReady) => {
    await import('../../../src/pipeline/decode/heic.js');
    const small = { kind: 'flat', fitPx: 32, tokens: 10 } as const;
    const rules = { ...findRules('gpt-4o'), sizing: { low: small, high: small } };
    await openChat({ connection: { rules }, chat: { draftKey, draftStore } });
    await userEvent.click(input());
    await pasteInto(input().element(), await fixtureFiles('quad.heic'));
    await expect.poll(() => readyTiles().length).toBeGreaterThanOrEqual(leastReady);
    await openEditor();
    await page.getByRole('radio', { name: 'Redact' }).click({ force: true });
    await drag([-0.1, -0.1], [0.5, 0.5]);
    await button('Done').click();
    await eventually(async () => {
      const [kept] = (await draftStore.load(draftKey))?.images ?? [];
      const info = kept && (await readImageInfo(kept.file));
      expect(info).toMatchObject({ width: 96, height: 64 });
      expect(kept && (await coloursIn(kept.file))).toContain('black');
    });
  },
);

test('a Send that waits for an image waits for the editor too, and takes along what was drawn', async () => {
  const { bodies } = await openWithPhoto();
  // What the editor is made of is there when it is opened the next time.
  await openEditor();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.click(input());
  await userEvent.keyboard('What is this?');
  dragFile('drop', document.body, await slowImage());
  await Promise.resolve();
  const enter = { key: 'Enter', bubbles: true, cancelable: true };
  input().element().dispatchEvent(new KeyboardEvent('keydown', enter));
  (button('Mark up image 1').element() as HTMLElement).click();
  await expect.element(stage()).toBeVisible();

  await expect.poll(() => readyTiles().length).toBe(2);
  await page.getByRole('radio', { name: 'Redact' }).click({ force: true });
  await drag([-0.1, -0.1], [1.1, 1.1]);
  expect(bodies).toHaveLength(0);
  await button('Done').click();
  await expect.poll(() => bodies.length).toBe(1);
  const sent = await sentImages(bodies[0]);
  expect(sent).toHaveLength(2);
  expect(await coloursIn(sent[0] ?? new Blob())).toEqual(['black']);
});

/** Sends the photo, whose upload is held until the gate opens. */
async function sendToGate() {
  const gate = createGate();
  const uploaded: Blob[] = [];
  const chat = await openChat({
    chat: {
      upload: async ({ bytes }) => {
        uploaded.push(bytes);
        await gate.opened;
        return { kind: 'url', url: `https://images.example/${uploaded.length}.jpg` };
      },
    },
  });
  await pasteInto(input().element(), await fixtureFiles(PHOTO));
  await expect.poll(() => readyTiles().length).toBe(1);
  await userEvent.fill(input(), 'What is this?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => uploaded.length).toBe(1);
  return { ...chat, gate, uploaded };
}

describe('an image that is marked up while it is uploaded', () => {
  test('stops that Send: the question comes back, with what was drawn', async () => {
    const { bodies, gate, uploaded } = await sendToGate();
    await blackOutAll();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(input()).toHaveValue('What is this?');
    await expect.poll(() => readyTiles().length).toBe(1);
    expect(bodies).toHaveLength(0);
    gate.open();

    await userEvent.click(input());
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(await coloursIn(uploaded[0] ?? new Blob())).toContain('red');
    expect(await coloursIn(uploaded.at(-1) ?? new Blob())).toEqual(['black']);
    expect(bodies[0]).toContain(`https://images.example/${uploaded.length}.jpg`);
  });

  test('is added to the tray again if it had been sent when it was done', async () => {
    const { bodies, gate } = await sendToGate();
    await openEditor();
    await page.getByRole('radio', { name: 'Redact' }).click({ force: true });
    await drag([-0.1, -0.1], [1.1, 1.1]);
    gate.open();
    await expect.poll(() => bodies.length).toBe(1);
    await expect.poll(() => readyTiles().length).toBe(0);
    await button('Done').click();
    await expect.poll(() => readyTiles().length).toBe(1);
    const thumbnail = document.querySelector<HTMLImageElement>('[data-ick-part=tray-thumbnail]');
    const preview = await (await fetch(thumbnail?.src ?? '')).blob();
    expect(await coloursIn(preview)).toEqual(['black']);
  });
});

test('a queue keeps no thumbnail of the original beside the file that took its place', async () => {
  const file = await loadFixture(PHOTO);
  const info = await readImageInfo(file);
  expect(info.thumbnail).toBeDefined();
  const pipeline = createPipeline();
  const queue = createImageQueue({ pipeline });
  const disconnect = queue.connect();
  const [id = ''] = queue.add([{ file, name: PHOTO, info }]);
  await eventually(() => expect(queue.getSnapshot().isPreparing).toBe(false));

  const all = { type: 'redaction', id: 'r', rect: { x: 0, y: 0, width: 96, height: 64 } } as const;
  const { blob } = await renderMarkup(file, { ...emptyMarkup, marks: [all] });
  queue.replaceSource(id, blob);
  const first = queue.getSnapshot().items[0];
  expect(first?.info?.thumbnail).toBeUndefined();
  expect(await coloursIn(await (await fetch(first?.previewUrl ?? '')).blob())).toEqual(['black']);
  await eventually(() => expect(queue.getSnapshot().isPreparing).toBe(false));
  const last = queue.getSnapshot().items[0];
  expect(last?.prepared?.source).not.toHaveProperty('thumbnail');
  expect(await coloursIn(last?.prepared?.blob ?? new Blob())).toEqual(['black']);

  queue.revertSource(id);
  await eventually(() => expect(queue.getSnapshot().isPreparing).toBe(false));
  const { prepared } = queue.getSnapshot().items[0] ?? {};
  expect((await coloursIn(prepared?.blob ?? new Blob())).toSorted()).toContain('yellow');
  disconnect();
  pipeline.dispose();
});
