import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';
import { dropOnChat } from '../shared/transfer.js';
import { makeSampleVideo } from './sample-video.js';
import { VideoChat } from './VideoChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './VideoChat.tsx?raw';

const connection = createDemoConnection();

/**
 * `image-chat-kit/video` turns a video into images: frames at the times that one means, spread evenly, or where the scene
 * changes; or one contact sheet of them all, with both prices side by side.
 */
const meta = {
  title: 'Chat/Video frames',
  parameters: {
    ...fullPage,
    docs: {
      ...fullPage.docs,
      source: usage(
        source
          .replace('../../src/index.js', 'image-chat-kit')
          .replace('../../src/video.js', 'image-chat-kit/video'),
      ),
    },
  },
  render: (): ReactElement => (
    <div style={{ height: '100vh' }}>
      <VideoChat connection={connection} />
    </div>
  ),
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const open: Story['play'] = async ({ canvasElement }) => {
  await dropOnChat(canvasElement, [await makeSampleVideo()]);
  const canvas = within(canvasElement);
  await canvas.findByRole('dialog');
  await userEvent.click(canvas.getByRole('button', { name: 'Add scene changes' }));
  await canvas.findByRole('radio', { name: /contact sheet/ });
};

/** A recording of ten seconds, made in this browser. */
export const Choosing: Story = { play: open };

/** All frames as one image. */
export const ContactSheet: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await open(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: /contact sheet/ }));
    const add = canvas.getByRole('button', { name: 'Add contact sheet' });
    await waitFor(() => expect(add).toBeEnabled());
    await userEvent.click(add);
    await expect(await canvas.findByRole('listitem', { name: /contact sheet/ })).toBeVisible();
  },
};
