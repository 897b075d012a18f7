import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ImageDropzone, KitRoot, Notice } from '../../src/index.js';
import { germanWords } from '../../src/components/words/german/index.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/KitRoot.tsx?raw';
import { usage } from '../shared/docs.js';
import { Sentence } from '../shared/Sheet.js';

/**
 * Theme, words and the live region for the styled parts inside. A styled part without one above it brings its own; an
 * app that arranges several parts wraps them in one.
 */
const meta = {
  title: 'Components/KitRoot',
  component: KitRoot,
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    className: 'st-sheet',
    children: (
      <>
        <ImageDropzone onImages={() => {}} />
        <Notice tone="bad">The key was refused. Check it, or ask for a new one.</Notice>
      </>
    ),
  },
  render: ({ children, ...args }, { parameters, viewMode }) => (
    <KitRoot {...args}>
      <div className="st-column">
        {viewMode === 'story' && <Sentence docs={parameters['docs']} />}
        {children}
      </div>
    </KitRoot>
  ),
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

/** Other words for all parts inside: here the German ones of the kit. */
export const OtherWords: Story = {
  args: {
    words: germanWords,
    lang: 'de',
    children: (
      <>
        <ImageDropzone onImages={() => {}} />
        <Notice tone="bad">
          Der Schlüssel wurde abgelehnt. Prüfe ihn, oder fordere einen neuen an.
        </Notice>
      </>
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('Bilder hier ablegen')).toBeVisible();
  },
};
