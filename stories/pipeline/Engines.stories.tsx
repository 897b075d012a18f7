import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { PipelineEngine } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import { bytes, px } from '../../src/components/devtools/format.js';
import { Facts } from '../shared/Facts.js';
import { loadSample, sampleFiles, type SampleFile } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
import { usePrepared } from './use-prepared.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/engine.ts?raw';
import { usage } from '../shared/docs.js';

const engines = ['worker', 'main-thread', 'browser-image-compression'] as const;

interface EngineArgs {
  sample: SampleFile;
  model: string;
  maxSidePx: number;
}

function EngineCard(props: EngineArgs & { engine: PipelineEngine; file: File }): ReactElement {
  const { engine, file, model, maxSidePx } = props;
  const { result, error } = usePrepared(file, { model, maxSidePx, engine });
  const prepared = result?.prepared;
  const url = useObjectUrl(prepared?.blob);
  const total = prepared?.timings.reduce((sum, { ms }) => sum + ms, 0) ?? 0;
  return (
    <section className="st-card" aria-label={engine}>
      <h2>{engine}</h2>
      {url && <img src={url} alt="" />}
      {error && <p className="st-bad">{error.message}</p>}
      {!prepared && !error && <p className="st-hint">preparing…</p>}
      {prepared && (
        <Facts
          rows={[
            ['Size', px(prepared)],
            ['Bytes', `${bytes(prepared.blob.size)} of ${prepared.mediaType}`],
            ['Decoded by', prepared.route],
            ['Time', `${Math.round(total)} ms`],
          ]}
        />
      )}
    </section>
  );
}

function EveryEngine(props: EngineArgs): ReactElement {
  const { sample } = props;
  const [file, setFile] = useState<File>();
  useEffect(() => {
    void loadSample(sample).then(setFile);
  }, [sample]);
  return (
    <div className="st-grid">
      {file &&
        engines.map((engine) => <EngineCard key={engine} {...props} engine={engine} file={file} />)}
    </div>
  );
}

/**
 * The same image, prepared by each engine. `auto` uses the first that works in this browser: a worker, the page, or
 * `browser-image-compression`, which is loaded only then.
 */
const meta = {
  title: 'Pipeline/Engines',
  component: EveryEngine,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { sample: 'chart.png', model: 'gpt-5.6-terra', maxSidePx: 640 },
  argTypes: { sample: { control: 'select', options: sampleFiles } },
} satisfies Meta<typeof EveryEngine>;
export default meta;

/** The plan determines the size; time and bytes differ. */
export const SideBySide: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const sizes = await canvas.findAllByText('640 × 427 px');
    await expect(sizes.length).toBeGreaterThan(0);
  },
};
