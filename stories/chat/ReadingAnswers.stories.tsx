import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ImageChat } from '../../src/index.js';
import { answer, question, threeFindings } from '../components/samples/entries.js';
import { createDemoConnection } from '../shared/demo-connection.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/readAloud.tsx?raw';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';

/**
 * Words that are selected in an answer can be quoted in the composer. With `readAloud`, answers can be listened to where the
 * browser has voices.
 */
const meta = {
  title: 'Chat/Quoting and reading aloud',
  component: ImageChat,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  argTypes: { connection: { control: false } },
  args: {
    connection: createDemoConnection(),
    initialEntries: [
      question('q', 'Which of them was taken outdoors, and what gives it away?'),
      answer('a', threeFindings),
    ],
    readAloud: true,
    style: { height: '100vh' },
  },
} satisfies Meta<typeof ImageChat>;
export default meta;

type Story = StoryObj<typeof meta>;

async function selectWord(canvasElement: HTMLElement): Promise<void> {
  const word = await within(canvasElement).findByText('Shadows.');
  // Text that is rendered again loses its selection.
  await waitFor(async () => {
    getSelection()?.selectAllChildren(word);
    await expect(canvasElement.querySelector('[data-ick-part=quote-pointer]')).toBeVisible();
  });
}

/** The button below what is selected; the same is an action of the answer, for keys. */
export const Selected: Story = {
  play: ({ canvasElement }) => selectWord(canvasElement),
};

/** What was selected is in front of the draft. */
export const Quoted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('textbox', { name: 'Message' });
    await userEvent.type(input, 'Which way do they fall?');
    await selectWord(canvasElement);
    await userEvent.click(canvas.getByText('Quote'));
    await waitFor(() => expect(input).toHaveValue('> Shadows.\n\nWhich way do they fall?'));
    await expect(input).toHaveFocus();
  },
};
