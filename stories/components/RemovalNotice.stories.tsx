import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { RemovalNotice } from '../../src/components/index.js';
import { onSheet } from '../shared/Sheet.js';

/** Says that a message was deleted. The focus, which the Delete button took along, is on Undo. */
const meta = {
  title: 'Components/RemovalNotice',
  component: RemovalNotice,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen' },
  args: { onUndo: fn() },
} satisfies Meta<typeof RemovalNotice>;
export default meta;

export const Deleted: StoryObj<typeof meta> = {
  play: async ({ canvasElement, args }) => {
    const undo = within(canvasElement).getByRole('button', { name: 'Undo' });
    undo.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onUndo).toHaveBeenCalledOnce();
  },
};
