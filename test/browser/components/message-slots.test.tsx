import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Markdown } from '../../../src/markdown.js';
import type { ImageChatProps, MessageFeedback } from '../../../src/index.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const parts = (name: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(`[data-ick-part=${name}]`));
const answered = () => document.querySelector('article[data-role=assistant][data-status=complete]');
const textOfAnswer = () => answered()?.querySelector('[data-ick-part=message-text]')?.textContent;

const actionLabels = () =>
  Array.from(
    answered()?.querySelectorAll('[data-ick-part=message-actions] button') ?? [],
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );

/** Asks a question, about an image or without one. */
async function ask(
  chat: Partial<ImageChatProps>,
  reply = 'Hello **there**.',
  images: string[] = [],
) {
  await openChat({ demo: { reply: () => reply }, chat });
  const input = document.querySelector('textarea') as HTMLTextAreaElement;
  await pasteInto(input, await fixtureFiles(...images));
  await expect
    .poll(() => parts('tray-item').map((item) => item.dataset['status']))
    .toEqual(images.map(() => 'ready'));
  await userEvent.fill(input, 'Hi');
  await userEvent.keyboard('{Enter}');
  await expect.poll(answered).not.toBeNull();
}

/** React writes errors of components to the console, here as intended. */
function quietly(): void {
  vi.spyOn(console, 'error').mockImplementation(() => {});
}

function Broken(): ReactElement {
  throw new Error('broken on purpose');
}

describe('a list of messages takes from the app', () => {
  test('how a part is rendered, around the own rendering of the kit', async () => {
    await ask(
      {
        renderPart: {
          text: ({ part, children }) => (
            <div data-testid="own-text" title={part.text}>
              {children}
            </div>
          ),
          image: ({ children }) => <div data-testid="own-image">{children}</div>,
        },
      },
      undefined,
      ['quad.png'],
    );
    await expect
      .poll(() =>
        page
          .getByTestId('own-text')
          .elements()
          .map((one) => one.getAttribute('title')),
      )
      .toEqual(['Hi', 'Hello **there**.']);
    await expect.element(page.getByTestId('own-image').getByRole('button').first()).toBeVisible();
    await expect.poll(() => answered()?.querySelector('strong')?.textContent).toBe('there');
  });

  test('the actions of a message, in its own order and with its own', async () => {
    const share = vi.fn();
    await ask({
      messageActions: ({ entry, actions }) => (
        <>
          {actions.regenerate}
          <button type="button" onClick={() => share(entry.message.role)}>
            Share
          </button>
          {actions.copy}
        </>
      ),
    });
    await expect.poll(actionLabels).toEqual(['Regenerate', 'Share', 'Copy']);
    await userEvent.click(page.getByRole('button', { name: 'Share' }).last());
    expect(share).toHaveBeenCalledWith('assistant');
  });

  test('what is around a message, and who wrote it', async () => {
    await ask({
      renderMessage: ({ entry, children }) => (
        <section aria-label={`message of ${entry.message.role}`}>{children}</section>
      ),
      renderAvatar: ({ message }) => (message.role === 'user' ? 'U' : 'A'),
      renderName: ({ message }) => <b>{message.role}</b>,
      renderTime: ({ answer }) => (answer ? <time>now</time> : undefined),
    });
    await expect.element(page.getByRole('region', { name: 'message of assistant' })).toBeVisible();
    await expect
      .poll(() => parts('message-meta').map(({ textContent }) => textContent))
      .toEqual(['Uuser', 'Aassistantnow']);
  });

  test('ratings, which a second press takes back', async () => {
    const ratings: MessageFeedback['rating'][] = [];
    await ask({ onFeedback: ({ rating }) => ratings.push(rating) });
    const good = page.getByRole('button', { name: 'Good answer' });
    await userEvent.click(good);
    await expect.element(good).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(page.getByRole('button', { name: 'Bad answer' }));
    await expect.element(good).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(page.getByRole('button', { name: 'Bad answer' }));
    await expect.poll(() => ratings).toEqual(['up', 'down', undefined]);
  });

  test('buttons on the tile of an image', async () => {
    const open = vi.fn();
    await ask(
      {
        imageTools: ({ number, image }) => (
          <button type="button" onClick={() => open(image.name)}>
            Measure {number}
          </button>
        ),
      },
      undefined,
      ['quad.png'],
    );
    await userEvent.click(page.getByRole('button', { name: 'Measure 1' }));
    expect(open).toHaveBeenCalledWith('quad.png');
  });

  test('suggestions, which are written into the composer', async () => {
    await openChat({
      chat: { suggestions: ['What is this?', { label: 'Describe', text: 'Describe the image.' }] },
    });
    await userEvent.click(page.getByRole('button', { name: 'Describe' }));
    await expect.element(page.getByRole('textbox')).toHaveValue('Describe the image.');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
  });

  test('elements and plugins for markdown', async () => {
    await ask(
      {
        markdown: {
          components: {
            strong: ({ children }) => <mark>{children}</mark>,
            a: ({ href, children }) => (
              <a href={href} data-testid="own-link">
                {children}
              </a>
            ),
          },
        },
      },
      '**Bold**, [a link](https://example.com/a) and [a trap](javascript:alert(1)).',
    );
    await expect.poll(() => answered()?.querySelector('mark')?.textContent).toBe('Bold');
    await expect
      .poll(() =>
        page
          .getByTestId('own-link')
          .elements()
          .map((link) => link.getAttribute('href')),
      )
      .toEqual(['https://example.com/a']);
    await expect.poll(textOfAnswer).toContain('a trap');
  });
});

describe('a slot that throws', () => {
  test('is reported in its place, and the rest stays usable', async () => {
    quietly();
    await ask({
      header: <Broken />,
      renderPart: {
        text: ({ entry, children }) => (entry.message.role === 'assistant' ? <Broken /> : children),
      },
      messageActions: () => {
        throw new Error('broken on purpose');
      },
    });
    await expect.poll(() => parts('slot-failure').length).toBeGreaterThan(2);
    await expect.poll(textOfAnswer).toContain('A part of this message could not be shown.');
    await expect.poll(textOfAnswer).toContain('Hello there.');
    await userEvent.fill(page.getByRole('textbox'), 'Again');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => document.querySelectorAll('article[data-status=complete]').length)
      .toBe(2);
  });

  test('in markdown leaves the text of its block', async () => {
    quietly();
    const text = 'One **two**.\n\nThree.';
    const { container } = await render(<Markdown text={text} components={{ strong: Broken }} />);
    await expect.poll(() => container.textContent).toBe(text);
  });
});
