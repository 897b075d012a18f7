import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { onSheet } from '../shared/Sheet.js';
import { AiSdkChat } from './AiSdkChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './AiSdkChat.tsx?raw';
import { askAboutTwo } from './ask-about-two.js';
import { sentDetails } from './sent-details.js';
import { SentImages } from './SentImages.js';

/**
 * `useChat` of the AI SDK manages the conversation, a queue of the kit prepares the images. `toFileUIParts` turns them
 * into the `files` of `sendMessage`, and `createImageChatTransport` sends them to an endpoint of the kit, each with its
 * detail.
 */
const meta = {
  title: 'Interop/AI SDK',
  component: AiSdkChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  argTypes: { connection: { control: false }, onTrace: { control: false } },
} satisfies Meta<typeof AiSdkChat>;
export default meta;

/** Drop images, choose a detail for each, and ask. The images of the last request are shown below. */
export const UseChat: StoryObj<typeof meta> = {
  name: 'useChat',
  render: (args) => (
    <SentImages>{(onTrace) => <AiSdkChat {...args} onTrace={onTrace} />}</SentImages>
  ),
  play: async ({ canvasElement }) => {
    await askAboutTwo(canvasElement);
    await expect(await sentDetails(canvasElement)).toEqual(['low', 'high']);
  },
};
