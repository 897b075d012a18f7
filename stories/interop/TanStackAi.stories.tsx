import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { onSheet } from '../shared/Sheet.js';
import { TanStackChat } from './TanStackChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './TanStackChat.tsx?raw';
import { askAboutTwo } from './ask-about-two.js';
import { sentDetails } from './sent-details.js';
import { SentImages } from './SentImages.js';

/**
 * A `ChatClient` of TanStack AI, which its `useChat` wraps, manages the conversation; a queue of the kit prepares the
 * images. `toContentParts` adds them to the text of a message, and `createConnectionAdapter` sends them to an endpoint
 * of the kit.
 */
const meta = {
  title: 'Interop/TanStack AI',
  component: TanStackChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  argTypes: { connection: { control: false }, onTrace: { control: false } },
} satisfies Meta<typeof TanStackChat>;
export default meta;

/** Drop images, choose a detail for each, and ask. The images of the last request are shown below. */
export const Client: StoryObj<typeof meta> = {
  name: 'ChatClient',
  render: (args) => (
    <SentImages>{(onTrace) => <TanStackChat {...args} onTrace={onTrace} />}</SentImages>
  ),
  play: async ({ canvasElement }) => {
    await askAboutTwo(canvasElement);
    await expect(await sentDetails(canvasElement)).toEqual(['low', 'high']);
  },
};
