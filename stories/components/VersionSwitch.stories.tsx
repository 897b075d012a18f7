import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { VersionSwitch } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { question } from './samples/entries.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/VersionSwitch.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

interface SwitchProps {
  first: number;
  count: number;
  isBusy: boolean;
}

function Switch({ first, count, isBusy }: SwitchProps): ReactElement {
  const [index, setIndex] = useState(first);
  const others = Array.from({ length: count - 1 }, (_, at) => [question(`q${at}`, 'Another')]);
  return <VersionSwitch versions={{ index, others }} isBusy={isBusy} onShow={setIndex} />;
}

/**
 * Switches between the versions of a message that was edited or regenerated. Each step is announced and keeps the
 * focus.
 */
const meta = {
  title: 'Components/VersionSwitch',
  component: sampleOf(VersionSwitch, Switch),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { first: 1, count: 3, isBusy: false },
} satisfies Meta<typeof Switch>;
export default meta;

type Story = StoryObj<typeof meta>;

/** There are earlier and later versions. */
export const InTheMiddle: Story = {};

/** At the end, a button does nothing and still keeps the focus. */
export const AtTheEnd: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const next = canvas.getByRole('button', { name: 'Next version' });
    await userEvent.click(next);
    await expect(canvas.getByText('3/3')).toBeVisible();
    await expect(next).toHaveFocus();
    await expect(next).toHaveAttribute('aria-disabled', 'true');
  },
};

/** Versions cannot be switched while an answer is in flight. */
export const WhileAnAnswerComes: Story = { args: { isBusy: true } };
