import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { KitRoot, Lightbox, type LightboxImage } from '../../src/components/index.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';

function SampleLightbox({ images }: { images: readonly LightboxImage[] }): ReactElement {
  const [index, setIndex] = useState<number | undefined>(0);
  return (
    <KitRoot style={{ padding: 24, minHeight: 480 }}>
      <button type="button" onClick={() => setIndex(0)}>
        Open
      </button>
      {index !== undefined && (
        <Lightbox
          images={images}
          index={index}
          onIndexChange={setIndex}
          onClose={() => setIndex(undefined)}
        />
      )}
    </KitRoot>
  );
}

/** One picture, as large as it can be. Arrow keys turn over, Escape closes, the focus goes back where it was. */
const meta = {
  title: 'Components/Lightbox',
  component: SampleLightbox,
  parameters: { layout: 'fullscreen' },
  loaders: [loadFiles],
  args: { images: [] },
  render: (_args, { loaded }) => (
    <SampleLightbox
      images={(Object.values(loaded as SampleFiles) as File[]).map((file) => ({
        id: file.name,
        name: file.name,
        data: { kind: 'bytes', bytes: file },
        caption: '1024 × 768 · 4.1 MB → 188 kB, 95 % saved · 768 tokens',
      }))}
    />
  ),
} satisfies Meta<typeof SampleLightbox>;
export default meta;

export const ByKeyboard: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('dialog', { name: 'still-life.jpg' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('dialog', { name: 'tower.jpg' })).toBeVisible();
    await expect(canvas.getByText('2 of 4')).toBeVisible();
  },
};
