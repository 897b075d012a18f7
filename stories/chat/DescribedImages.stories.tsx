import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useMemo } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoBackend } from '../../src/demo/index.js';
import { type DescribeImages, useImageChat } from '../../src/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/describeImages.tsx?raw';
import { usage } from '../shared/docs.js';
import { QuestionPage } from '../shared/QuestionPage.js';
import { fullPage } from '../shared/Sheet.js';

/** In an app: a request to a model that can see. */
const describeImages: DescribeImages = async (images) =>
  images.map(
    () => 'An orange, an apple, a lime and a lemon around a mirrored sphere, on a wooden table.',
  );

function TextOnlyChat({ isDescribed }: { isDescribed: boolean }): ReactElement {
  const connection = useMemo(
    () => ({
      ...createDemoConnection(),
      model: 'gpt-3.5-turbo',
      fetch: createDemoBackend({ delayMs: 50, tokensPerSecond: 120 }),
    }),
    [],
  );
  const chat = useImageChat({ connection, ...(isDescribed && { describeImages }) });
  return <QuestionPage chat={chat} question="What is on the table?" />;
}

/**
 * A model that reads text only. With `describeImages`, another model describes the images, and the descriptions are
 * sent in their place: announced before, shown afterwards, and kept for the questions that follow.
 */
const meta = {
  title: 'Chat/Described images',
  component: TextOnlyChat,
  args: { isDescribed: true },
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
} satisfies Meta<typeof TextOnlyChat>;
export default meta;

type Story = StoryObj<typeof meta>;

const write: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: 'Write a question' }));
};

/** Before Send: the image will be described, and the price is not known yet. */
export const BeforeSend: Story = {
  play: async (context) => {
    await write(context);
    await expect(
      (await within(context.canvasElement).findAllByText(/will be described/))[0],
    ).toBeVisible();
  },
};

/** After Send: what was sent in place of the image. */
export const Sent: Story = {
  play: async (context) => {
    await write(context);
    const canvas = within(context.canvasElement);
    const send = await canvas.findByRole('button', { name: 'Send' });
    await waitFor(() => expect(send).toBeEnabled());
    await userEvent.click(send);
    await userEvent.click(await canvas.findByText('Sent as a description by another model'));
    await expect(await canvas.findByText(/^An orange, an apple/)).toBeVisible();
    await canvas.findByRole('button', { name: 'Regenerate' });
  },
};

/** Without `describeImages` the question is not sent, and the composer says why. */
export const NotDescribed: Story = {
  args: { isDescribed: false },
  play: async (context) => {
    await write(context);
    await expect(
      (await within(context.canvasElement).findAllByText(/reads text only/))[0],
    ).toBeVisible();
  },
};
