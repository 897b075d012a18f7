import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';
import { dropOnChat } from '../shared/transfer.js';
import { SwatchChat } from './SwatchChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './SwatchChat.tsx?raw';

const connection = createDemoConnection();
const book = new File(
  ['SWATCHES\nPlum #673147\nSea green #2e8b57\nSand #c2b280\n'],
  'autumn.swatches',
);

/**
 * Many images from one file: a `FileSource` opens a format that browsers do not know. This one is invented, a list of
 * colours; PDFs, videos, DICOM and PSD files work in the same way. The composer renders the source's question. Other
 * images of the same drop do not wait for it, but Send does.
 */
const meta = {
  title: 'Chat/File sources',
  parameters: {
    ...fullPage,
    docs: {
      ...fullPage.docs,
      source: usage(source.replace('../../src/index.js', 'image-chat-kit')),
    },
  },
  render: (): ReactElement => (
    <div style={{ height: '100vh' }}>
      <SwatchChat connection={connection} />
    </div>
  ),
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const choose: Story['play'] = async ({ canvasElement }) => {
  await dropOnChat(canvasElement, [book]);
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('checkbox', { name: /Plum/ }));
  await userEvent.click(canvas.getByRole('checkbox', { name: /Sand/ }));
};

/** The source asks which colours to use before it makes an image. */
export const Asking: Story = { play: choose };

/** Two of three colours, each an image with a name and an alternative text. */
export const Chosen: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await choose(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add 2' }));
    await expect(await canvas.findByRole('listitem', { name: /Plum/ })).toBeVisible();
    await expect(await canvas.findByRole('listitem', { name: /Sand/ })).toBeVisible();
    await expect(canvas.queryByRole('checkbox')).toBeNull();
  },
};
