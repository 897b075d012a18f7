import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findRules } from '../../../src/models/find-rules.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { chooseDetail, drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => document.querySelectorAll('[data-ick-part=tray-item]');
const readyTiles = () => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]');
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';
const notice = () => document.querySelector('[data-ick-part=notice]');
const dropHint = () => document.querySelector('[data-ick-part=drop-now]')?.textContent;
const preventDefault = (event: Event) => event.preventDefault();
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]');

async function pasteImages(...names: readonly string[]): Promise<void> {
  const before = tiles().length;
  await pasteInto(input().element(), await fixtureFiles(...names));
  await expect.poll(() => readyTiles().length).toBe(before + names.length);
}

const tileNames = () =>
  Array.from(tiles(), (tile) => tile.getAttribute('aria-label')?.split(', ')[1]);

const editBox = () => page.getByRole('region', { name: 'Edit' }).getByRole('textbox');

/** The library that drags listens to keys only in the task after a tile was lifted. */
const afterLift = () => new Promise((resolve) => setTimeout(resolve));

/** A server that takes nothing. */
const untilAborted = (_input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });

describe('the whole chat by keyboard alone', () => {
  test('walks, opens, moves, removes, sets a detail, asks, edits and regenerates', async () => {
    const { bodies } = await openChat();
    await userEvent.tab();
    await expect.element(input()).toHaveFocus();
    await pasteImages('photo.jpg', 'quad.png', 'quad_alpha.webp');
    await expect.poll(said).toContain('3 images added');

    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('button', { name: /^Detail of image 1:/ })).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('button', { name: 'Mark up image 1' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('button', { name: 'Remove image 1' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('listitem').first()).toHaveFocus();

    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.poll(() => document.activeElement).toBe(tiles()[2]);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => document.activeElement).toBe(tiles()[0]);

    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.poll(tileNames).toEqual(['quad.png', 'photo.jpg', 'quad_alpha.webp']);
    await expect.poll(() => document.activeElement).toBe(tiles()[1]);
    await expect.poll(said).toContain('Image 1 moved to position 2');

    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'photo.jpg' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('dialog', { name: 'quad_alpha.webp' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(tiles()[1]);

    await userEvent.keyboard('{Delete}');
    await expect.poll(tileNames).toEqual(['quad.png', 'quad_alpha.webp']);
    await expect.poll(said).toContain('Image 2 removed');
    await expect.poll(() => document.activeElement).toBe(tiles()[1]);

    await chooseDetail(2, /^Low/);
    await expect.poll(() => readyTiles().length).toBe(2);

    (input().element() as HTMLElement).focus();
    await userEvent.keyboard('What is this?{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await expect.poll(said).toContain('Answer complete');
    expect(bodies.length).toBe(1);
    expect(bodies[0]).toContain('"detail":"low"');
    await expect.element(input()).toHaveValue('');
    await expect.poll(() => tiles().length).toBe(0);
  });

  test('Backspace in front of nothing takes the last image out, and gives up with the key held', async () => {
    await openChat();
    await userEvent.click(input());
    await pasteImages('photo.jpg', 'quad.png');
    await userEvent.keyboard('a{Backspace}');
    await expect.poll(() => tiles().length).toBe(2);
    await userEvent.keyboard('{Backspace}');
    await expect.poll(tileNames).toEqual(['photo.jpg']);
    await expect.poll(said).toContain('Image 2 removed');
  });

  test('the arrow up in front of nothing brings back the last question', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('{ArrowUp}What is this?{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await expect.element(input()).toHaveValue('');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(input()).toHaveValue('What is this?');
    await userEvent.keyboard(' Be brief.{Enter}');
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies[1]).toContain('What is this? Be brief.');
  });

  test('a removal is taken back in its place', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png');
    await userEvent.click(page.getByRole('button', { name: 'Remove image 1' }));
    await expect.poll(tileNames).toEqual(['quad.png']);
    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.poll(tileNames).toEqual(['photo.jpg', 'quad.png']);
    await expect.poll(() => readyTiles().length).toBe(2);
    await expect.element(input()).toHaveFocus();
    await expect.element(page.getByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  test('removals are taken back one by one, the last first, until the message is sent', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png', 'quad_lossy.webp');
    await userEvent.click(page.getByRole('button', { name: 'Remove image 2' }));
    await userEvent.click(page.getByRole('button', { name: 'Remove image 1' }));
    await userEvent.click(page.getByRole('button', { name: 'Undo: Image 1 removed' }));
    await expect.poll(tileNames).toEqual(['photo.jpg', 'quad_lossy.webp']);
    await expect.poll(said).toContain('Image 1 is back');
    await userEvent.click(page.getByRole('button', { name: 'Undo: Image 2 removed' }));
    await expect.poll(tileNames).toEqual(['photo.jpg', 'quad.png', 'quad_lossy.webp']);
    await userEvent.click(page.getByRole('button', { name: 'Remove image 3' }));
    await expect.poll(() => readyTiles().length).toBe(2);
    await userEvent.click(input());
    await userEvent.keyboard('What is this?{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await expect.element(page.getByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  test('Ctrl+Z on a tile takes the last removal back, and focuses what came back', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png');
    (tiles()[0] as HTMLElement).focus();
    await userEvent.keyboard('{Delete}');
    await expect.poll(tileNames).toEqual(['quad.png']);
    await expect.poll(() => document.activeElement).toBe(tiles()[0]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(tileNames).toEqual(['photo.jpg', 'quad.png']);
    await expect.poll(() => document.activeElement).toBe(tiles()[0]);
    await expect.poll(said).toContain('Image 1 is back');
  });

  test('Escape stops an answer, and what came of it stays, marked in words', async () => {
    await openChat({ demo: { fault: 'stall-mid-stream' } });
    await userEvent.click(input());
    await userEvent.keyboard('Tell me a lot{Enter}');
    await expect
      .poll(() => document.querySelector('article[data-role=assistant]')?.textContent)
      .toMatch(/\w{3}/);
    await expect
      .poll(() => document.querySelector('article[data-status=streaming]'))
      .not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('You stopped this answer.')).toBeVisible();
    await expect.poll(said).toContain('Answer stopped');
  });
});

describe('sending', () => {
  test('Enter pressed five times is one request', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('Hello{Enter}{Enter}{Enter}{Enter}{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    expect(bodies.length).toBe(1);
  });

  test('Shift and Enter make a line', async () => {
    await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
    await expect.element(input()).toHaveValue('one\ntwo');
  });

  test('Enter that ends the choice of an input method does not send', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('nihon');
    const enter = { key: 'Enter', bubbles: true, cancelable: true };
    input()
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
    input()
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
    await userEvent.keyboard('go{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('"nihongo"');
  });

  test('waits for an image that is not ready yet, and says so', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('What is this?');
    await pasteInto(input().element(), await fixtureFiles('photo.jpg'));
    await expect.poll(() => tiles().length).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    expect(bodies.length).toBe(1);
    expect(bodies[0]).toContain('data:image/');
  });

  test('keeps text and images when the server refuses, one press away from another try', async () => {
    let fault: string | undefined = '500';
    const { bodies } = await openChat({ demo: { fault: () => fault } });
    await userEvent.click(input());
    await pasteImages('photo.jpg');
    await userEvent.keyboard('What is this?{Enter}');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(input()).toHaveValue('What is this?');
    await expect.poll(() => tiles().length).toBe(1);
    fault = undefined;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => answers().length).toBe(1);
    expect(bodies.length).toBe(2);
    await expect.element(input()).toHaveValue('');
  });
});

describe('images', () => {
  test('are dropped anywhere on the page, and the composer says what letting go will do', async () => {
    await openChat();
    const transfer = await fixtureFiles('photo.jpg', 'quad.png', 'quad_lossy.webp');
    drag('dragenter', document.body, transfer);
    await expect.poll(dropHint).toBe('Drop to add 3 images');
    expect(drag('dragover', document.body, transfer).defaultPrevented).toBe(true);
    expect(drag('drop', document.body, transfer).defaultPrevented).toBe(true);
    await expect.poll(() => readyTiles().length).toBe(3);
    await expect.poll(tileNames).toEqual(['photo.jpg', 'quad.png', 'quad_lossy.webp']);
    await expect.poll(() => document.querySelector('[data-drop-target]')).toBeNull();
  });

  test('that a drop zone of the app took are left to it', async () => {
    await openChat();
    const zone = document.body.appendChild(document.createElement('div'));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      zone.addEventListener(type, preventDefault);
    }
    const transfer = await fixtureFiles('photo.jpg');
    drag('dragenter', document.body, transfer);
    await expect.poll(dropHint).toBe('Drop to add 1 image');
    drag('dragover', zone, transfer);
    await expect.poll(dropHint).toBeUndefined();
    drag('drop', zone, transfer);
    drag('drop', document.body, await fixtureFiles('quad.png'));
    await expect.poll(() => readyTiles().length).toBe(1);
    await expect.poll(tileNames).toEqual(['quad.png']);
    zone.remove();
  });

  test('are dropped where an app only keeps a missed drop from replacing the page', async () => {
    document.addEventListener('drop', preventDefault);
    await openChat();
    drag('drop', document.body, await fixtureFiles('quad.png'));
    await expect.poll(() => readyTiles().length).toBe(1);
    document.removeEventListener('drop', preventDefault);
  });

  test('that cannot be used are told in words, and the others come in', async () => {
    await openChat();
    await pasteInto(
      input().element(),
      await fixtureFiles('empty.png', 'document.pdf', 'photo.jpg'),
    );
    await expect.poll(() => readyTiles().length).toBe(1);
    await expect.poll(() => notice()?.textContent).toMatch(/empty\.png.*document\.pdf/s);
    await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
    await expect.poll(notice).toBeNull();
  });

  test('keep the size of their tile in every state', async () => {
    await openChat();
    await pasteInto(input().element(), await fixtureFiles('photo.jpg'));
    const heights = new Set<number>();
    await expect
      .poll(
        () => {
          const tile = tiles()[0];
          if (tile) heights.add(tile.getBoundingClientRect().height);
          return readyTiles().length;
        },
        { interval: 5 },
      )
      .toBe(1);
    expect(heights.size).toBe(1);
  });

  test('open at a press on their tile, not at a press on what stands on it', async () => {
    await openChat();
    await pasteImages('photo.jpg');
    await userEvent.click(page.getByRole('button', { name: /^Detail of image 1:/ }));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(page.getByRole('listitem'), { position: { x: 50, y: 50 } });
    await expect.element(page.getByRole('dialog', { name: 'photo.jpg' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('are lifted with Space, carried with arrows and put down with Space', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png', 'quad_alpha.webp');
    const first = tiles()[0] as HTMLElement;
    first.focus();
    await expect
      .poll(async () => {
        await userEvent.keyboard(' ');
        return tiles()[0]?.hasAttribute('data-dragging');
      })
      .toBe(true);
    await expect.poll(said).toContain('Image 1 lifted');
    await afterLift();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(said).toContain('2 of 3');
    await userEvent.keyboard(' ');
    await expect.poll(tileNames).toEqual(['quad.png', 'photo.jpg', 'quad_alpha.webp']);
    await expect.poll(said).toContain('Image 1 moved to position 2');
  });

  test('are moved with the mouse', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png', 'quad_alpha.webp');
    const [first, , third] = Array.from(tiles());
    if (!first || !third) throw new Error('no tiles');
    await expect
      .poll(async () => {
        // Moved before: another try would move the next one.
        if (tileNames()[0] !== 'photo.jpg') return tileNames();
        await userEvent.dragAndDrop(page.elementLocator(first), page.elementLocator(third), {
          steps: 8,
        });
        return tileNames();
      })
      .toEqual(['quad.png', 'quad_alpha.webp', 'photo.jpg']);
    await expect.poll(said).toContain('Image 1 moved to position 3');
  });
});

describe('a question that was asked', () => {
  test('is edited in place with its images, which can be removed and added to by pasting', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await pasteImages('photo.jpg', 'quad.png');
    await userEvent.keyboard('First question{Enter}');
    await expect.poll(() => answers().length).toBe(1);

    await userEvent.click(page.getByRole('button', { name: 'Edit' }));
    const box = page.getByRole('region', { name: 'Edit' });
    const text = box.getByRole('textbox');
    await expect.element(text).toHaveFocus();
    await expect.element(text).toHaveValue('First question');
    await expect.poll(() => readyTiles().length).toBe(2);

    await userEvent.click(box.getByRole('button', { name: 'Remove image 1' }));
    await pasteInto(text.element(), await fixtureFiles('quad_alpha.webp'));
    await expect.poll(tileNames).toEqual(['quad.png', 'quad_alpha.webp']);
    await expect.poll(() => readyTiles().length).toBe(2);
    await userEvent.fill(text, 'Second question');
    await userEvent.click(box.getByRole('button', { name: 'Send' }));
    await expect.poll(() => bodies.length).toBe(2);
    await expect.element(box).not.toBeInTheDocument();
    await expect.poll(() => answers().length).toBe(1);
    expect(document.querySelectorAll('article[data-role=user]').length).toBe(1);
    expect(bodies[1]).toContain('Second question');
    expect(bodies[1]).not.toContain('First question');
    expect(bodies[1]?.match(/data:image\//g)?.length).toBe(2);
  });

  test('is edited for the same model, rules and pipeline as the composer beside it', async () => {
    const limits: (number | undefined)[] = [];
    const own = createPipeline();
    const pipeline: Pipeline = {
      ...own,
      prepare(source, options = {}) {
        limits.push(options.rules?.limits?.maxImages);
        return own.prepare(source, options);
      },
    };
    const rules = { ...findRules('gpt-4o'), limits: { maxImages: 1 } };
    await openChat({ chat: { queue: { pipeline } }, connection: { rules } });
    await userEvent.click(input());
    await userEvent.keyboard('Only words{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Edit' }));
    const box = page.getByRole('region', { name: 'Edit' });
    await pasteInto(
      box.getByRole('textbox').element(),
      await fixtureFiles('photo.jpg', 'quad.png'),
    );
    await expect.poll(() => readyTiles().length).toBe(2);
    expect(limits).toEqual([1, 1]);
    await expect.element(box.getByRole('button', { name: 'Send' })).toBeDisabled();
    own.dispose();
  });

  test('stopped before it was taken is back in the box, and that is said', async () => {
    await openChat({ connection: { fetch: untilAborted } });
    await userEvent.click(input());
    await userEvent.keyboard('Too early{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Stop' }));
    await expect.element(input()).toHaveValue('Too early');
    await expect.poll(said).toContain('Stopped. Your question is back in the box.');
  });

  test('is left as it was with Escape', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('First question{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Edit' }));
    await expect.element(editBox()).toHaveFocus();
    await userEvent.keyboard(' changed{Escape}');
    await expect.element(page.getByText('First question', { exact: true })).toBeVisible();
    expect(bodies.length).toBe(1);
  });

  test('is regenerated, copied and removed', async () => {
    const { bodies } = await openChat();
    await userEvent.click(input());
    await userEvent.keyboard('A question{Enter}');
    await expect.poll(() => answers().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Regenerate' }));
    await expect.poll(() => bodies.length).toBe(2);
    await expect.poll(() => answers().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Copy' }).first());
    await expect.poll(() => navigator.clipboard.readText()).toBe('A question');
    await userEvent.click(page.getByRole('button', { name: 'Remove', exact: true }).first());
    await expect.poll(() => document.querySelectorAll('article').length).toBe(0);
  });
});
