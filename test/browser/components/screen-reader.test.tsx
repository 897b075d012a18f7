/**
 * What a screen reader finds at each step of the whole job: roles, names and states, in order. Each tree lists what is promised;
 * other nodes may stand between.
 */
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ChatEntry } from '../../../src/chat/types.js';
import { ConversationList, useConversations } from '../../../src/conversations.js';
import type { ConversationStore, ConversationSummary } from '../../../src/storage/types.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { createGate } from '../../helpers/gate.js';
import { drag, fixtureFiles, openChat } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message', exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const chat = () => page.getByRole('region', { name: 'Chat' });
const dialog = () => page.getByRole('dialog');
const count = (selector: string) => document.querySelectorAll(selector).length;
const readyTiles = () => count('[data-ick-part=tray-item][data-status=ready]');
const answers = (status: string) => count(`article[data-role=assistant][data-status=${status}]`);

const REPLY = `Two images:

1. **Image 1** is a photo.
2. Image 2 has four fields.

| Image | Colours |
| --- | ---: |
| Image 1 | many |
| Image 2 | 4 |

\`\`\`ts
const colours = 4;
\`\`\`
`;

/** Holds back every piece of an answer after the first ones. */
function heldHalfway(answer: Response, opened: Promise<void>): Response {
  let read = 0;
  const held = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      read += 1;
      if (read > 8) await opened;
      controller.enqueue(chunk);
    },
  });
  return new Response(answer.body?.pipeThrough(held), answer);
}

test('the whole job has roles, names and states', async () => {
  const gate = createGate();
  const { backend } = demoConnection({ demo: { reply: () => REPLY } });
  const fetch: typeof globalThis.fetch = async (...request) =>
    heldHalfway(await backend(...request), gate.opened);
  await openChat({ connection: { fetch }, chat: { role: 'region', 'aria-label': 'Chat' } });
  await expect.element(input()).toBeVisible();
  await expect.element(chat()).toMatchAriaInlineSnapshot(`
    - region "Chat":
      - paragraph: Ask about your images
      - form "Message":
        - textbox "Message"
        - button "Send" [disabled]
      - paragraph: Images are resized on this device; location data is removed.
  `);

  drag('drop', document.body, await fixtureFiles('photo.jpg'));
  await expect.poll(readyTiles).toBe(1);
  drag('drop', document.body, await fixtureFiles('quad_animated.gif'));
  await expect.poll(readyTiles).toBe(2);
  await userEvent.fill(input(), 'What is this?');
  await expect.element(button(/^2 images · /)).toBeVisible();
  await expect.element(page.getByRole('form')).toMatchAriaInlineSnapshot(`
    - form "Message":
      - list "Images":
        - listitem /^Image 1, photo\\.jpg, /:
          - button "Remove image 1"
          - button "Image 1, photo.jpg"
        - listitem /^Image 2, quad_animated\\.gif, .*This GIF is animated\\. Its first frame is sent\\./:
          - button "Remove image 2"
          - button "Image 2, quad_animated.gif"
      - textbox "Message": What is this?
      - button /^2 images · [\\d,]+ tokens/
      - button "Send"
  `);

  await userEvent.click(input());
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => answers('streaming')).toBe(1);
  await expect.element(button('Stop')).toBeVisible();
  await expect.poll(readyTiles).toBe(0);
  gate.open();
  await expect.poll(() => answers('complete')).toBe(1);
  await expect.poll(() => count('tbody tr')).toBe(2);
  await expect.element(button('Regenerate')).toBeVisible();
  await expect.element(page.getByRole('log')).toMatchAriaInlineSnapshot(`
    - log "Chat":
      - article "You":
        - list "Images":
          - listitem:
            - button "Open image 1":
              - img "Image 1: photo.jpg"
          - listitem:
            - button "Open image 2":
              - img "Image 2: quad_animated.gif"
        - text: What is this?
        - group "Actions":
          - button "Copy"
          - button "Edit"
          - button "Remove"
      - article "Answer":
        - paragraph: "Two images:"
        - list:
          - listitem:
            - strong:
              - button "Image 1"
            - text: is a photo.
          - listitem:
            - button "Image 2"
            - text: has four fields.
        - table:
          - rowgroup:
            - row "Image Colours":
              - columnheader "Image"
              - columnheader "Colours"
          - rowgroup:
            - row "Image 1 many"
            - row "Image 2 4"
        - button "Wrap long lines"
        - button "Copy code"
        - code: const colours = 4;
        - group "Actions":
          - button "Copy"
          - button "Regenerate"
          - button "Remove"
  `);

  await userEvent.click(button('Open image 1'));
  await expect.poll(() => count('[data-ick-part=lightbox-picture]')).toBe(1);
  await expect.element(dialog()).toMatchAriaInlineSnapshot(`
    - dialog "photo.jpg":
      - link "Download"
      - button "Close"
  `);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();

  await userEvent.fill(input(), 'And now? /fault truncated');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => count('article [data-ick-part=notice]')).toBe(1);
  await expect.element(page.getByRole('article', { name: 'Answer' }).last())
    .toMatchAriaInlineSnapshot(`
    - article "Answer":
      - button "Try again"
      - group "Actions":
        - button "Remove"
  `);
});

test('the mark-up editor has a stage that takes keys, tools, their options and what was done', async () => {
  await openChat();
  drag('drop', document.body, await fixtureFiles('photo.jpg'));
  await expect.poll(readyTiles).toBe(1);
  await userEvent.click(button('Mark up image 1'));
  const stage = page.getByRole('application', { name: 'Image' });
  await expect.element(stage).toHaveFocus();
  await expect.element(stage).toHaveAccessibleDescription(/Arrow keys move what is selected/);
  await expect.element(dialog()).toMatchAriaInlineSnapshot(`
    - dialog "Mark up: photo.jpg":
      - button "Close"
      - button "Zoom out"
      - button "Zoom in"
      - button "Undo" [disabled]
      - button "Redo" [disabled]
      - button "Done"
      - application "Image"
      - group "Tools":
        - radio "Select"
        - radio "Crop"
        - radio "Pen" [checked]
        - radio "Arrow"
        - radio "Box"
        - radio "Text"
        - radio "Redact"
      - group "Colour":
        - radio "red" [checked]
      - group "Thickness":
        - radio "medium" [checked]
  `);
  await userEvent.keyboard('b');
  await userEvent.click(button('Add box'));
  await expect.element(dialog()).toMatchAriaInlineSnapshot(`
    - dialog "Mark up: photo.jpg":
      - button "Undo"
      - application "Image"
      - group "Tools":
        - radio "Box" [checked]
      - textbox "Label for box 1"
      - button "Add box"
      - button "Remove"
      - text: Box 1 added. Arrow keys move it, with Shift they resize it.
  `);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alertdialog')).toMatchAriaInlineSnapshot(`
    - alertdialog "Discard your changes?":
      - paragraph: Your changes to this image would be lost.
      - button "Discard"
      - button "Keep editing"
  `);
});

const DAY_MS = 86_400_000;
const listed: readonly ConversationSummary[] = [
  { id: 'a', title: 'A receipt', savedAtMs: Date.now() },
  { id: 'b', title: 'A chart', savedAtMs: Date.now() - 3 * DAY_MS },
];

/** Only lists. */
const listingStore: ConversationStore<ChatEntry> = {
  save: async () => {},
  rename: async () => {},
  load: async () => [],
  list: async () => [...listed],
  remove: async () => {},
  clearAll: async () => {},
};

function List(): ReactElement {
  const conversations = useConversations({ store: listingStore });
  return <ConversationList conversations={conversations} />;
}

test('the list of conversations has a search, days, and a menu for each of them', async () => {
  await render(<List />);
  const row = page.getByRole('button', { name: 'A chart', exact: true });
  await expect.element(row).toBeVisible();
  await expect.element(page.elementLocator(document.body)).toMatchAriaInlineSnapshot(`
    - button /^New/
    - button /^Actions for/
    - searchbox /^Search/
    - navigation:
      - heading /Today|Yesterday/ [level=3]
      - list:
        - listitem:
          - button "A receipt"
          - button "Actions for A receipt"
      - heading [level=3]
      - list:
        - listitem:
          - button "A chart"
          - button "Actions for A chart"
  `);
  await userEvent.click(button('Actions for A chart'));
  await expect.element(page.getByRole('menu')).toMatchAriaInlineSnapshot(`
    - menu "Actions for A chart":
      - menuitem "Rename"
      - menuitem "Delete"
  `);
  await userEvent.click(page.getByRole('menuitem', { name: 'Rename' }));
  const title = page.getByRole('textbox', { name: 'Title of A chart' });
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(row).toHaveFocus();
});
