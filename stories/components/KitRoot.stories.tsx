import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ImageDropzone, KitRoot, Notice } from '../../src/index.js';
import { germanWords } from '../../src/components/words/german/index.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/KitRoot.tsx?raw';
import { usage } from '../shared/docs.js';

/**
 * Theme, words and the live region for the styled parts inside. A styled part without one above it brings its own; an
 * app that arranges several parts wraps them in one.
 */
const meta = {
  title: 'Components/KitRoot',
  component: KitRoot,
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    children: (
      <>
        <ImageDropzone onImages={() => {}} />
        <Notice tone="bad">The key was refused. Check it, or ask for a new one.</Notice>
      </>
    ),
    style: { display: 'grid', gap: 16, padding: 24, background: 'var(--ick-color-bg)' },
  },
  argTypes: { children: { control: false }, words: { control: false } },
} satisfies Meta<typeof KitRoot>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Light or dark, as the system is set. */
export const System: Story = { args: { theme: 'system' } };

/** Always light. */
export const Light: Story = { args: { theme: 'light' } };

/** Always dark. */
export const Dark: Story = { args: { theme: 'dark' } };

/** Replaces any of the words, for all parts inside. */
export const OtherWords: Story = {
  args: { words: germanWords, lang: 'de' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(/Bilder/)).toBeVisible();
  },
};
