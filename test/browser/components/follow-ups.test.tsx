import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openChat } from './chat-page.js';

test('follow-ups of the last answer are written into the composer at a press', async () => {
  const { screen } = await openChat({
    demo: { reply: () => 'Two cats.' },
    chat: {
      followUps: ({ message }) =>
        message.parts.map((part) => (part.type === 'text' ? `Why “${part.text}”?` : '?')),
    },
  });
  const text = screen.getByRole('textbox', { name: 'Message' });
  await text.fill('What is this?');
  await userEvent.keyboard('{Enter}');
  const followUp = screen.getByRole('button', { name: 'Why “Two cats.”?' });
  await expect.element(followUp).toBeVisible();
  await followUp.click();
  await expect.element(text).toHaveValue('Why “Two cats.”?');
  await expect.element(text).toHaveFocus();
});

test('a function of the app that throws leaves the chat as it is', async () => {
  const { screen } = await openChat({
    demo: { reply: () => 'Two cats.' },
    chat: {
      followUps: () => {
        throw new Error('A fault of the app.');
      },
    },
  });
  const text = screen.getByRole('textbox', { name: 'Message' });
  await text.fill('What is this?');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Two cats.').first()).toBeVisible();
  await text.fill('Still here');
  await expect.element(text).toHaveValue('Still here');
});
