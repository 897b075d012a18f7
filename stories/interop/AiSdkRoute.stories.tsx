import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { fullPage } from '../shared/Sheet.js';
import { AiSdkRoute } from './AiSdkRoute.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './AiSdkRoute.tsx?raw';
import { mockRoute } from './mock-route.js';

/**
 * `ImageChat` on an unchanged route that serves `useChat`: images arrive as file parts with their detail, and text,
 * thoughts, sources, tool calls and files come back. Here the route runs in the page, with the SDK's mock model.
 */
const meta = {
  title: 'Interop/AI SDK route',
  component: AiSdkRoute,
  parameters: {
    ...fullPage,
    docs: { ...fullPage.docs, source: { code: source, language: 'tsx' } },
  },
  args: { fetch: (input, init) => mockRoute(new Request(input, init)) },
  argTypes: { fetch: { control: false } },
} satisfies Meta<typeof AiSdkRoute>;
export default meta;

/** The route answers with a thought, a text and a source. */
export const Route: StoryObj<typeof meta> = {
  name: 'ImageChat on a useChat route',
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox'), 'What is here?{Enter}');
    await expect(await canvas.findByText(/Both look at the camera/)).toBeVisible();
    await expect(await canvas.findByRole('link', { name: 'Colours of cats' })).toBeVisible();
  },
};
