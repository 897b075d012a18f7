import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { PrepareOptions } from '../../src/index.js';
import { knownModelIds } from '../models/ModelSelect.js';
import { SampleChips } from '../shared/SampleChips.js';
import { loadSample, sampleFiles, type SampleFile } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
import { PreparedView } from './PreparedView.js';
import { usePrepared } from './use-prepared.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/prepareImage.ts?raw';
import { usage } from '../shared/docs.js';

type PrepareArgs = Omit<PrepareOptions, 'rules' | 'priority' | 'signal' | 'onProgress'> & {
  /** The image to begin with. */
  sample: SampleFile;
};

function PrepareOne({ sample, ...options }: PrepareArgs): ReactElement {
  const [file, setFile] = useState<File>();
  useEffect(() => {
    let isCurrent = true;
    void loadSample(sample).then((loaded) => isCurrent && setFile(loaded));
    return () => {
      isCurrent = false;
    };
  }, [sample]);
  const { progress, result, error } = usePrepared(file, options);
  return (
    <>
      <div className="st-row">
        <SampleChips onFile={setFile} />
        <label className="st-field">
          Or one of yours
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? file)}
          />
        </label>
      </div>
      <div className="st-progress">
        <progress value={progress.fraction} aria-label="Progress" />
        <span className="st-hint">{error ? 'failed' : progress.stage}</span>
      </div>
      {error && (
        <p className="st-bad">
          <code>{error.code}</code>: {error.message}
        </p>
      )}
      {result && <PreparedView {...result} />}
    </>
  );
}

/**
 * `prepareImage` prepares one image for a model: upright, no larger than the model can use, and encoded again, so that
 * only its pixels are sent. It runs in a worker if possible. Every option is a control here.
 */
const meta = {
  title: 'Pipeline/Prepare',
  component: PrepareOne,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    sample: 'still-life.jpg',
    model: 'gpt-5.6-terra',
    detail: 'auto',
    outputMediaType: 'auto',
    engine: 'auto',
  },
  argTypes: {
    sample: { control: 'select', options: sampleFiles },
    model: { control: 'select', options: knownModelIds },
    detail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    maxSidePx: { control: { type: 'number', min: 16 } },
    maxTokens: { control: { type: 'number', min: 1 } },
    economy: { control: 'boolean' },
    maxOutputBytes: { control: { type: 'number', min: 1000, step: 1000 } },
    outputMediaType: {
      control: 'inline-radio',
      options: ['auto', 'image/jpeg', 'image/png', 'image/webp'],
    },
    quality: { control: { type: 'range', min: 0.1, max: 1, step: 0.05 } },
    background: { control: 'text' },
    incomplete: { control: 'inline-radio', options: ['prepare', 'reject'] },
    engine: {
      control: 'select',
      options: ['auto', 'worker', 'main-thread', 'browser-image-compression'],
    },
    route: {
      control: 'select',
      options: [undefined, 'image-decoder', 'image-bitmap-resize', 'image-bitmap', 'image-element'],
    },
  },
} satisfies Meta<typeof PrepareOne>;
export default meta;

type Story = StoryObj<typeof meta>;

/** As large as the model can see, and no larger. Try the slider. */
export const ForAModel: Story = {};

export const ForAModelTest: Story = {
  ...ForAModel,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const result = await canvas.findByRole('region', { name: 'Result' });
    await expect(result).toHaveTextContent('2400 × 1800 px');
    await userEvent.click(canvas.getByRole('button', { name: 'Receipt' }));
    await expect(await canvas.findByText(/^800 × 1150 px/)).toBeVisible();
  },
};

/** Low detail: cheaper, and often enough. */
export const LowDetail: Story = { args: { detail: 'low' } };

/** A phone photo that is stored on its side comes out upright. */
export const StoredSideways: Story = { args: { sample: 'tower-stored-sideways.jpg' } };

/** Transparent pixels are filled with a colour of your choice if the endpoint or the format has no transparency. */
export const OnAColour: Story = {
  args: { sample: 'transparent.png', outputMediaType: 'image/jpeg', background: '#ffd54a' },
};

/** At most 40 kB: the quality is lowered first, then the size. */
export const InAFewBytes: Story = { args: { maxOutputBytes: 40_000 } };

/** At most 500 tokens. */
export const ForAPrice: Story = { args: { maxTokens: 500 } };

/** On the main thread, for pages that cannot start a worker. */
export const WithoutAWorker: Story = { args: { engine: 'main-thread', detail: 'low' } };
