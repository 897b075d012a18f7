import type { Meta, StoryObj } from '@storybook/react-vite';
import { Camera } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { IconButton } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/IconButton.tsx?raw';
import { usage } from '../shared/docs.js';

/**
 * The kit's round, quiet icon button, for tools of the app next to the kit's own. It is 32 px large and has a name for
 * screen readers.
 */
const meta = {
  title: 'Components/IconButton',
  component: IconButton,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { icon: Camera, label: 'Take a photo', onClick: fn() },
  argTypes: { icon: { control: false } },
} satisfies Meta<typeof IconButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Without a border or a fill until the pointer is over it, and with its name as a tooltip. */
export const Quiet: Story = {};

export const QuietTest: Story = {
  ...Quiet,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Take a photo' }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};

/** A disabled button. */
export const SwitchedOff: Story = { args: { disabled: true } };
