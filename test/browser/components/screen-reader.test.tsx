/**
 * What a screen reader finds at each step of the whole job: roles, names and states, in order. Each tree lists what is promised;
 * other nodes may stand between.
 */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
    - log "Conversation":
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
