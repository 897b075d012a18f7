import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/index.js';
import { openChat } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const usage = () => document.querySelector('[data-ick-part=usage]')?.textContent ?? '';
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]');
const questions = () =>
  Array.from(
    document.querySelectorAll('article[data-role=user] [data-ick-part=message-text]'),
    (element) => element.textContent,
  );

async function ask(text: string): Promise<void> {
  const before = answers().length;
  await userEvent.click(input());
  await userEvent.keyboard(`${text}{Enter}`);
  await expect.poll(() => answers().length).toBe(before + 1);
}

describe('versions', () => {
  test('of an answer are switched by keyboard, announced, and keep the focus', async () => {
    await openChat();
    await ask('First');
    const first = answers()[0]?.textContent;
    await userEvent.click(page.getByRole('button', { name: 'Regenerate' }));
    await expect.poll(() => document.querySelector('[data-ick-part=versions]')).not.toBeNull();
    await expect.element(page.getByRole('group', { name: 'Version 2 of 2' })).toBeVisible();

    const previous = page.getByRole('button', { name: 'Previous version' });
    (previous.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible();
    await expect.poll(said).toContain('Version 1 of 2');
    await expect.element(previous).toHaveFocus();
    expect(answers()[0]?.textContent?.slice(0, 20)).toBe(first?.slice(0, 20));
    await expect.element(previous).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('group', { name: 'Version 1 of 2' })).toBeVisible();
  });

  test('of a question bring back what followed, and only what is shown is sent', async () => {
    const { bodies } = await openChat();
    await ask('First');
    await ask('Second');
    await userEvent.click(page.getByRole('button', { name: 'Edit' }).first());
    await userEvent.keyboard(' reworded{Enter}');
    await expect.poll(questions).toEqual(['First reworded']);
    await expect.poll(() => answers().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Previous version' }));
    await expect.poll(questions).toEqual(['First', 'Second']);
    await ask('Third');
    expect(bodies.at(-1)).toMatch(/First.*Second.*Third/s);
    expect(bodies.at(-1)).not.toContain('reworded');
  });
});

test('an answer that was cut off is marked, and goes on in its place at a press', async () => {
  let fault: string | undefined = 'stall-mid-stream';
  const { bodies } = await openChat({ demo: { fault: () => fault } });
  await userEvent.click(input());
  await userEvent.keyboard('Tell me a lot{Enter}');
  await expect
    .poll(() => document.querySelector('article[data-status=streaming]')?.textContent?.length)
    .toBeGreaterThan(20);
  await userEvent.click(page.getByRole('button', { name: 'Stop' }));
  await expect.element(page.getByText('You stopped this answer.')).toBeVisible();
  const begun = document.querySelector('article[data-role=assistant] [data-ick-part=message-text]');
  const beginning = begun?.textContent?.slice(0, 10) ?? '';

  fault = undefined;
  await userEvent.click(page.getByRole('button', { name: 'Continue' }));
  await expect.poll(() => answers().length).toBe(1);
  expect(document.querySelectorAll('article[data-role=assistant]')).toHaveLength(1);
  expect(answers()[0]?.textContent).toContain(beginning);
  await expect.element(page.getByText('You stopped this answer.')).not.toBeInTheDocument();
  const body = JSON.parse(bodies[1] ?? '') as { messages: { role: string }[] };
  expect(body.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
});

test('a removed message is back with one key, since Undo has the focus', async () => {
  await openChat();
  await ask('First');
  await ask('Second');
  await userEvent.click(page.getByRole('button', { name: 'Remove', exact: true }).first());
  await expect.poll(questions).toEqual(['Second']);
  await expect.poll(said).toContain('Message removed');
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(questions).toEqual(['First', 'Second']);
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('the only question is back too after it was removed', async () => {
  await openChat();
  await ask('Only this');
  await userEvent.click(page.getByRole('button', { name: 'Remove', exact: true }).first());
  await expect.poll(questions).toEqual([]);
  await expect.element(page.getByText('Ask about your images')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(questions).toEqual(['Only this']);
});

test('a chat that was made on a server shows its words at once, then as a conversation', async () => {
  const initialEntries = [
    { message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What is it?' }] } },
    {
      message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A **tower**.' }] },
      answer: { status: 'complete', startedAtMs: 0 },
    },
  ] satisfies ChatEntry[];
  const { container } = await openChat({ chat: { initialEntries } });
  expect(container.textContent).toContain('tower');
  await expect.poll(() => container.querySelector('article strong')?.textContent).toBe('tower');
});

test('what was used and cost so far stands below if the app wants that, estimated beside real', async () => {
  await openChat({
    chat: { showUsage: true },
    connection: { price: { inputPerMillion: 2, outputPerMillion: 8 } },
  });
  await ask('First');
  await expect
    .poll(usage)
    .toMatch(/^[\d,]+ tokens so far · \$0\.\d+ · [\d,]+ of them input, [\d,]+ estimated$/);
  const after = usage();
  await ask('Second');
  await expect.poll(usage).not.toBe(after);
});
