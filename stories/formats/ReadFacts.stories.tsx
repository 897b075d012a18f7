import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { type ImageInfo, KitError, readImageInfo, uprightSize } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import { bytes, px } from '../../src/components/devtools/format.js';
import { Facts } from '../shared/Facts.js';
import { Code } from '../shared/Code.js';
import { loadOddFiles, type OddFile } from '../shared/odd-files.js';
import { readable } from '../shared/readable.js';
import { SampleChips } from '../shared/SampleChips.js';
import { loadSample, type SampleFile } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/readImageInfo.ts?raw';
import { usage } from '../shared/docs.js';

interface ReaderArgs {
  /** The first file to read. */
  sample?: SampleFile;
  odd?: OddFile;
  /** What the file is called, which is never believed. */
  name?: string;
}

type Reading = { file: File; ms: number } & (
  | { info: ImageInfo; error?: never }
  | { error: KitError; info?: never }
);

async function read(file: File): Promise<Reading> {
  const startMs = performance.now();
  const ms = (): number => performance.now() - startMs;
  try {
    const info = await readImageInfo(file);
    return { file, info, ms: ms() };
  } catch (error) {
    if (!KitError.is(error)) throw error;
    return { file, error, ms: ms() };
  }
}

async function loadFirst({ sample = 'still-life.jpg', odd, name }: ReaderArgs): Promise<File> {
  const [oddFile] = odd ? await loadOddFiles([odd]) : [];
  return oddFile ?? loadSample(sample, name);
}

function FactsReader({ sample, odd, name }: ReaderArgs): ReactElement {
  const [reading, setReading] = useState<Reading>();
  const url = useObjectUrl(reading?.info && reading.file);
  const readFile = async (file: File): Promise<void> => setReading(await read(file));
  useEffect(() => {
    let isCurrent = true;
    async function start(): Promise<void> {
      const first = await read(
        await loadFirst({ ...(sample && { sample }), ...(odd && { odd }), ...(name && { name }) }),
      );
      if (isCurrent) setReading(first);
    }
    void start();
    return () => {
      isCurrent = false;
    };
  }, [sample, odd, name]);
  return (
    <>
      <label className="st-field">
        Any file of yours
        <input
          type="file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void readFile(file);
          }}
        />
      </label>
      <SampleChips onFile={(file) => void readFile(file)} />
      {reading && (
        <div className="st-grid">
          <section className="st-card" aria-label="Facts">
            <h2>
              <bdi>{reading.file.name}</bdi>
            </h2>
            {reading.info && <FoundFacts info={reading.info} />}
            {reading.error && (
              <p className="st-bad">
                <code>{reading.error.code}</code>: {reading.error.message}
              </p>
            )}
            <Facts
              rows={[
                ['File', bytes(reading.file.size)],
                ['Claims to be', reading.file.type || 'nothing'],
                ['Read in', `${reading.ms.toFixed(1)} ms`],
              ]}
            />
            {url && <img src={url} alt="" style={{ maxHeight: '12rem' }} />}
          </section>
          <Code
            label="As the function returns it"
            text={readable(reading.info ?? reading.error?.toJSON())}
          />
        </div>
      )}
    </>
  );
}

function FoundFacts({ info }: { info: ImageInfo }): ReactElement {
  return (
    <Facts
      rows={[
        ['Is', info.mediaType],
        ['Stored as', px(info)],
        ['Upright', px(uprightSize(info))],
        ['Orientation', info.orientation],
        ['Transparency', info.hasAlpha ? 'possible' : 'none'],
        ['Moves', info.isAnimated ? `yes, ${info.frameCount ?? 'some'} frames` : 'no'],
        ['Whole', info.isTruncated ? 'no, its end is missing' : 'yes'],
      ]}
    />
  );
}

/**
 * `readImageInfo` reads from a file's bytes what it is: type, size, orientation, transparency, frames. It ignores the
 * file name and the type that the browser reports, and decodes nothing, so even a gigapixel image is read at once.
 */
const meta = {
  title: 'Formats/Read facts',
  component: FactsReader,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof FactsReader>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Choose your own file, or take a sample. */
export const AnyFile: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('heading')).toHaveTextContent('still-life.jpg');
    await userEvent.click(canvas.getByRole('button', { name: 'Transparent' }));
    await expect(await canvas.findByText('possible')).toBeVisible();
  },
};

/** A photo stored on its side: `uprightSize` returns the size that people see. */
export const StoredSideways: Story = { args: { sample: 'tower-stored-sideways.jpg' } };

/** A PNG that claims to be a JPEG. */
export const LiesAboutItsType: Story = { args: { sample: 'receipt.png', name: 'receipt.jpg' } };

/** A header that claims 60,000 px a side is refused before anything is decoded. */
export const TooManyPixels: Story = {
  args: { odd: 'huge.png' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('too-many-pixels')).toBeVisible();
  },
};

/** Other kinds of files are named, so that users know what they chose. */
export const NotAnImage: Story = { args: { odd: 'invoice.pdf' } };
