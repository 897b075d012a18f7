import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { findRules, planResize, type ImageDetail, type ImageInfo } from '../../src/core.js';
import { knownModelIds } from '../models/ModelSelect.js';
import { commonSizes } from '../models/sizes.js';
import { count, px } from '../../src/components/devtools/format.js';
import { onWideSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/planResize.ts?raw';
import { usage } from '../shared/docs.js';

interface PlanArgs {
  model: string;
  detail: ImageDetail;
  maxSidePx?: number;
  maxTokens?: number;
  economy?: boolean;
  sizes?: readonly { label: string; width: number; height: number }[];
}

const photo: Omit<ImageInfo, 'width' | 'height'> = {
  mediaType: 'image/jpeg',
  orientation: 1,
  hasAlpha: false,
  isAnimated: false,
  isTruncated: false,
};

function PlanTable({ model, sizes = commonSizes, ...options }: PlanArgs): ReactElement {
  const rules = findRules(model);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on narrow screens, so the keyboard has to get there
    <div className="st-scroll" tabIndex={0}>
      <table className="st-table">
        <caption>What will be done for {model}</caption>
        <thead>
          <tr>
            <th scope="col">Image</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Because</th>
            <th scope="col" className="st-number">
              Tokens
            </th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ label, width, height }) => {
            const plan = planResize({ ...photo, width, height }, rules, options);
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{px(plan.from)}</td>
                <td>{px(plan)}</td>
                <td>{plan.reason.replaceAll('-', ' ')}</td>
                <td className="st-number">{count(plan.tokens)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/**
 * `planResize` decides size, detail and file type before any pixel is processed: facts and rules in, a plan out, with
 * arithmetic alone. The size is the one that the provider's own resizer would produce, so it has nothing left to
 * change.
 */
const meta = {
  title: 'Pipeline/Plan',
  component: PlanTable,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { model: 'claude-sonnet-5', detail: 'high' },
  argTypes: {
    model: { control: 'select', options: knownModelIds },
    detail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    maxSidePx: { control: { type: 'number', min: 16 } },
    maxTokens: { control: { type: 'number', min: 1 } },
    economy: { control: 'boolean' },
  },
} satisfies Meta<typeof PlanTable>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Small images keep their size, large ones get the size that the model sees. */
export const ByTheModel: Story = {
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('row', { name: /^Thumbnail/ });
    await expect(row).toHaveTextContent('already fits');
  },
};

/** No image may cost more than 400 tokens. */
export const ByPrice: Story = { args: { maxTokens: 400 } };

/** Drops the last row of tiles or patches if it is mostly empty: a few pixels less, often a sixth cheaper. */
export const Economy: Story = { args: { model: 'gpt-4o', economy: true } };

/** Images that the model would refuse as too small are enlarged, and a strip gets a margin. */
export const TooSmall: Story = {
  args: {
    model: 'qwen3-vl-plus',
    sizes: [
      { label: 'Icon', width: 8, height: 8 },
      { label: 'Scroll bar', width: 8, height: 1200 },
      { label: 'Line', width: 4000, height: 4 },
    ],
  },
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('row', { name: /^Icon/ });
    await expect(row).toHaveTextContent('min side');
  },
};
