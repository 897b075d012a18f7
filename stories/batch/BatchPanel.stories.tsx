import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import {
  BatchPanel,
  BatchPanelView,
  KitRoot,
  useBatch,
  type UseBatchOptions,
} from '../../src/index.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadOddFiles } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/BatchPanel.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

type BatchArgs = Omit<UseBatchOptions, 'connection'> & {
  /** What the model says about each image, in order. */
  replies?: readonly string[];
  wire?: 'openai' | 'anthropic';
  canSubmit?: boolean;
};

/** A backend keeps its batches as long as the story is open. */
function DemoBatch({ wire = 'openai', replies, ...options }: BatchArgs): ReactElement {
  const [connection] = useState(() => {
    const left = [...(replies ?? [])];
    const demo = createDemoConnection({
      delayMs: 0,
      tokensPerSecond: 0,
      ...(replies && { reply: () => left.shift() }),
    });
    return wire === 'openai'
      ? demo
      : {
          ...demo,
          wire: anthropicMessages,
          baseUrl: 'https://demo.invalid',
          model: 'claude-sonnet-4-6',
        };
  });
  return (
    <KitRoot style={{ minHeight: '100dvh', background: 'var(--ick-color-bg)' }}>
      <BatchPanel firstDelayMs={300} connection={connection} {...options} />
    </KitRoot>
  );
}

/**
 * Asks one question about a folder of images. The browser resizes each image and writes the files that the provider
 * accepts for a batch. They can be downloaded, or submitted from here. The ids of submitted batches are stored, so a
 * reload continues to wait. The answers appear as a table, and can be saved as CSV and JSONL.
 */
const meta = {
  title: 'Components/BatchPanel',
  component: sampleOf(BatchPanel, DemoBatch),
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  argTypes: {
    wire: { control: 'inline-radio', options: ['openai', 'anthropic'] },
    detail: { control: 'inline-radio', options: ['auto', 'low', 'high'] },
  },
} satisfies Meta<typeof DemoBatch>;
export default meta;

type Story = StoryObj<typeof meta>;

async function pick(canvasElement: HTMLElement, files: readonly File[]): Promise<void> {
  const input = canvasElement.querySelectorAll<HTMLInputElement>('input[type=file]')[0];
  if (!input) throw new Error('The panel has no file input.');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  await fireEvent.change(input);
}

async function chooseSamples(canvasElement: HTMLElement): Promise<void> {
  const canvas = within(canvasElement);
  await pick(canvasElement, await loadSamples(['still-life.jpg', 'receipt.png', 'chart.png']));
  await canvas.findByText('3 images');
  await userEvent.type(canvas.getByLabelText('Question'), 'What is this?');
}

/** Nothing has been chosen yet. */
export const Empty: Story = {};

/** Three images and a question, ready to be prepared. */
export const Chosen: Story = {
  play: ({ canvasElement }) => chooseSamples(canvasElement),
};

/** The files are ready to download or to submit. */
export const Written: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await chooseSamples(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Prepare 3 images' }));
    await expect(
      await canvas.findByRole('button', { name: 'Download batch-1.jsonl' }),
    ).toBeVisible();
  },
};

async function answerAll(canvasElement: HTMLElement): Promise<void> {
  const canvas = within(canvasElement);
  await chooseSamples(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: 'Prepare 3 images' }));
  const submit = { name: 'Submit the batch' };
  await userEvent.click(await canvas.findByRole('button', submit));
  const table = await canvas.findByRole('table', { name: 'Answers' });
  // Answers may hold tables of their own.
  await waitFor(() => expect(within(table).getAllByRole('rowheader')).toHaveLength(3));
  await expect(within(table).getByText('receipt.png')).toBeVisible();
}

const answers = [
  'Fruit around a **mirrored sphere** on a wooden table: an orange, an apple, a lime and a lemon. All four appear in the sphere.',
  'A receipt of **Corner Market** for 28.18 EUR. Seven items, paid by card.',
  'A bar chart of the **pictures sent per day** from January to August 2026. August has the most: 96 thousand.',
];

/** A batch as it is once every answer has come. */
function AnsweredBatch({ images }: { images: readonly File[] }): ReactElement {
  const [isOver, setIsOver] = useState(false);
  const [connection] = useState(() => createDemoConnection());
  const batch = useBatch({ connection });
  const rows = images.map((image, index) => ({
    name: image.name,
    image,
    result: {
      customId: `image-${index + 1}`,
      status: 'succeeded' as const,
      answer: {
        text: answers[index] ?? '',
        refusal: '',
        images: [],
        inputTokens: 790,
        outputTokens: 31 + 4 * index,
      },
    },
  }));
  const counts = { total: rows.length, completed: rows.length, failed: 0 };
  return (
    <KitRoot style={{ minHeight: '100dvh', background: 'var(--ick-color-bg)' }}>
      <BatchPanelView
        batch={
          isOver
            ? batch
            : { ...batch, step: 'ended', rows, counts, startOver: () => setIsOver(true) }
        }
      />
    </KitRoot>
  );
}

/** The batch has been submitted and answered. */
export const Answered: Story = {
  loaders: [
    async () => ({ images: await loadSamples(['still-life.jpg', 'receipt.png', 'chart.png']) }),
  ],
  render: (_args, { loaded }) => <AnsweredBatch images={(loaded as { images: File[] }).images} />,
};

/** All the way to the answers. */
export const AnsweredTest: Story = {
  tags: ['!dev', '!autodocs'],
  play: ({ canvasElement }) => answerAll(canvasElement),
};

/** The same as a list of requests, for the format that takes one. */
export const AnsweredAsRequestList: Story = {
  args: { wire: 'anthropic' },
  play: ({ canvasElement }) => answerAll(canvasElement),
};

/** With a `responseSchema`, each field is a column. An answer that does not match says so in its row. */
export const AnsweredAsObjects: Story = {
  args: {
    responseSchema: {
      type: 'object',
      properties: {
        title: { type: 'string' },
        mainColour: { type: 'string' },
        hasText: { type: 'boolean' },
      },
      required: ['title', 'mainColour', 'hasText'],
      additionalProperties: false,
    },
    replies: [
      '{"title":"Fruit around a mirrored sphere","mainColour":"orange","hasText":false}',
      '{"title":"Receipt of Corner Market","hasText":true}',
      '{"title":"Pictures sent per day","mainColour":"blue","hasText":true}',
    ],
  },
  play: ({ canvasElement }) => answerAll(canvasElement),
};

/** Files that are not images are left out, with the reason; the others continue. */
export const WithOddFiles: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await pick(canvasElement, [
      ...(await loadSamples(['still-life.jpg', 'receipt.png'])),
      ...(await loadOddFiles(['holiday.jpg', 'cut-short.jpg'])),
    ]);
    await canvas.findByText('2 images');
    await userEvent.click(await canvas.findByText('2 images are left out'));
    await expect(canvas.getByText('holiday.jpg')).toBeVisible();
  },
};

function OwnBatch(): ReactElement {
  const [connection] = useState(() => createDemoConnection({ delayMs: 0, tokensPerSecond: 0 }));
  const batch = useBatch({ connection });
  return (
    <KitRoot style={{ minHeight: '100dvh', background: 'var(--ick-color-bg)' }}>
      <BatchPanelView batch={batch} canSubmit={false} words={{ title: 'Label the archive' }} />
      {batch.files.length > 0 && (
        <p style={{ padding: '0 1rem', textAlign: 'center' }}>
          The app has the files too: {batch.files.map(({ name }) => name).join(', ')}
        </p>
      )}
    </KitRoot>
  );
}

/** `BatchPanelView` with the app's own `useBatch`: here with another title, and files that can only be downloaded. */
export const View: Story = {
  render: () => <OwnBatch />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('region', { name: 'Label the archive' })).toBeVisible();
    await chooseSamples(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Prepare 3 images' }));
    await canvas.findByRole('button', { name: 'Download batch-1.jsonl' });
    await expect(canvas.getByText(/^The app has the files too: /)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Submit the batch' })).toBeNull();
  },
};
