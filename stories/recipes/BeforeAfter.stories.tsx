import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { drop } from '../shared/transfer.js';
import { BeforeAfter as BeforeAfterPage } from './BeforeAfter.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './BeforeAfter.tsx?raw';
import { makeBeforeAndAfter } from './make-after.js';
import { compareCharts } from './written-answers.js';

async function takeSamples(page: Element): Promise<void> {
  const files = await makeBeforeAndAfter();
  for (const [index, label] of ['Before', 'After'].entries()) {
    const slot = page.querySelector(`[aria-label="${label}"]`);
    const file = files[index];
    if (slot && file) drop(slot, [file]);
  }
}

/**
 * Two slots, a slider over what the model will see, and one question. Each slot has its own queue. `chat.send` takes
 * the images of both, and `labels` calls them image 1 and image 2.
 */
const meta = {
  title: 'Recipes/Before and after',
  component: BeforeAfterPage,
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  argTypes: { connection: { control: false }, samples: { control: false } },
} satisfies Meta<typeof BeforeAfterPage>;
export default meta;

/** Take two versions of the same chart, and ask. */
export const BeforeAndAfter: StoryObj<typeof meta> = {
  args: {
    connection: createDemoConnection({
      delayMs: 100,
      tokensPerSecond: 60,
      reply: createSampleReply(compareCharts),
    }),
    samples: (
      <button
        type="button"
        className="st-button"
        onClick={({ currentTarget }) => {
          const page = currentTarget.closest('.st-sheet');
          if (page) void takeSamples(page);
        }}
      >
        Take two samples
      </button>
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Take two samples' }));
    const ask = canvas.getByRole('button', { name: 'What changed?' });
    await waitFor(() => expect(ask).toBeEnabled());
    await userEvent.click(ask);
    // Words fade in.
    await waitFor(() => expect(canvas.getByText(/The bar for May is missing/)).toBeVisible());
  },
};
