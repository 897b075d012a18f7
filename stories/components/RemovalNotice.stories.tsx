import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { RemovalNotice } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/RemovalNotice.tsx?raw';
import { usage } from '../shared/docs.js';

/** Says that a message was removed. The focus moves from the Remove button to Undo. */
const meta = {
  title: 'Components/RemovalNotice',
  component: RemovalNotice,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { onUndo: fn() },
} satisfies Meta<typeof RemovalNotice>;
export default meta;

export const Removed: StoryObj<typeof meta> = {};

export const RemovedTest: StoryObj<typeof meta> = {
  ...Removed,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement, args }) => {
    const undo = within(canvasElement).getByRole('button', { name: 'Undo' });
    undo.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onUndo).toHaveBeenCalledOnce();
  },
};
