import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { Announcer, useAnnounce } from '../../../src/parts.js';
import { sampleOf, usage } from '../../shared/docs.js';
import { onPartsPage } from './PartsPage.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../../usage/Announcer.tsx?raw';

function SayButton(): ReactElement {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce('2 images added')}>
      Announce “2 images added”
    </button>
  );
}

function AnnouncerDemo(): ReactElement {
  return (
    <Announcer>
      <Announcer>
        <SayButton />
      </Announcer>
    </Announcer>
  );
}

/** The live region for everything inside it. An announcer within another one adds no second region. */
const meta = {
  title: 'Components/Parts/Announcer',
  decorators: [onPartsPage],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  component: sampleOf(Announcer, AnnouncerDemo),
} satisfies Meta<typeof AnnouncerDemo>;
export default meta;

/** A screen reader says the sentence on each press, also the second time. The page shows nothing of it. */
export const SaidTwice: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button');
    await userEvent.click(button);
    await userEvent.click(button);
    await expect(canvas.getAllByText('2 images added')).toHaveLength(2);
    await expect(canvasElement.querySelectorAll('[aria-live]')).toHaveLength(1);
  },
};
