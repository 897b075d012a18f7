import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Notice } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/Notice.tsx?raw';
import { usage } from '../shared/docs.js';

/** Says what happened and what to do: amber for warnings, red for failures. It is announced once. */
const meta = {
  title: 'Components/Notice',
  component: Notice,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { children: 'Image 2 is larger than this model takes. It was made smaller.' },
} satisfies Meta<typeof Notice>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Something to know. */
export const Warning: Story = {};

/** Something that failed, with an action that helps. */
export const Failure: Story = {
  args: {
    tone: 'bad',
    children: 'The key was refused. Check it, or ask for a new one.',
    actions: [{ label: 'Try again', onPress: fn() }],
    onDismiss: fn(),
  },
};

export const FailureTest: Story = {
  ...Failure,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.actions?.[0]?.onPress).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};
