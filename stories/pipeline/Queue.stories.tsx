import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { type ImageDetail, type QueueItem, useImageQueue } from '../../src/index.js';
import { bytes, count } from '../../src/components/devtools/format.js';
import { Facts } from '../shared/Facts.js';
import { loadOddFiles } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/useImageQueue.tsx?raw';
import { usage } from '../shared/docs.js';

const details: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

function QueueRow({
  item,
  index,
  queue,
}: {
  item: QueueItem;
  index: number;
  queue: ReturnType<typeof useImageQueue>;
}): ReactElement {
  const { id, name, status, progress, prepared, error, previewUrl, detail } = item;
  return (
    <li className="st-item">
      {previewUrl === undefined || status === 'failed' ? (
        <span className="st-thumb st-no-thumb" aria-hidden>
          ×
        </span>
      ) : (
        <img className="st-thumb" src={previewUrl} alt="" />
      )}
      <div>
        <b>
          {index + 1}. {name}
        </b>{' '}
        <span className="st-tag" data-tone={status === 'failed' ? 'bad' : 'accent'}>
          {status === 'preparing' ? `${status} ${Math.round(progress * 100)} %` : status}
        </span>
        <br />
        {error?.message}
        {prepared &&
          `${count(prepared.tokens)} tokens, ${bytes(prepared.sourceBytes)} → ${bytes(prepared.blob.size)}`}
        <div className="st-row">
          <select
            className="st-button"
            aria-label={`Detail of ${name}`}
            value={detail}
            onChange={(event) => queue.setDetail(id, event.target.value as ImageDetail)}
          >
            {details.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
          <button
            type="button"
            className="st-button"
            disabled={index === 0}
            onClick={() => queue.move(id, index - 1)}
          >
            Up
          </button>
          {status === 'failed' && (
            <button type="button" className="st-button" onClick={() => queue.retry(id)}>
              Try again
            </button>
          )}
          <button type="button" className="st-button" onClick={() => queue.remove(id)}>
            Remove
          </button>
        </div>
      </div>
    </li>
  );
}

interface PlainQueueProps {
  model: string;
  detail: ImageDetail;
  /** For all images together. */
  maxTotalTokens?: number;
}

function PlainQueue({ model, detail, maxTotalTokens }: PlainQueueProps): ReactElement {
  const queue = useImageQueue({
    model,
    detail,
    ...(maxTotalTokens !== undefined && { maxTotalTokens }),
  });
  const { items, totals, isPreparing } = queue;
  const add = async (): Promise<void> => {
    const files = [
      ...(await loadSamples(['still-life.jpg', 'chart.png'])),
      ...(await loadOddFiles(['cut-short.jpg'])),
      ...(await loadSamples(['receipt.png'])),
    ];
    queue.add(files.map((file) => ({ file, name: file.name })));
  };
  return (
    <>
      <div className="st-row">
        <button type="button" className="st-button" data-primary onClick={() => void add()}>
          Add four files
        </button>
        <button
          type="button"
          className="st-button"
          disabled={items.length === 0}
          onClick={queue.clear}
        >
          Clear
        </button>
      </div>
      <Facts
        rows={[
          ['Images', `${totals.ready} of ${totals.images} ready, ${totals.failed} failed`],
          ['Bytes', `${bytes(totals.sourceBytes)} → ${bytes(totals.bytes)}`],
          ['Tokens', count(totals.tokens)],
          ['At work', isPreparing ? 'yes' : 'no'],
        ]}
      />
      <ol className="st-list">
        {items.map((item, index) => (
          <QueueRow key={item.id} item={item} index={index} queue={queue} />
        ))}
      </ol>
    </>
  );
}

/**
 * `useImageQueue` holds images from the moment they arrive until they are sent. Each is prepared off the main thread,
 * none waits for another, and a change of model or detail prepares them again from their originals.
 */
const meta = {
  title: 'Hooks/useImageQueue',
  component: PlainQueue,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { model: 'gpt-5.6-terra', detail: 'auto' },
  argTypes: { detail: { control: 'inline-radio', options: details } },
} satisfies Meta<typeof PlainQueue>;
export default meta;

/** One of the four files is truncated; the others continue. */
export const PlainList: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add four files' }));
    await waitFor(() => expect(canvas.getByText('3 of 4 ready, 1 failed')).toBeVisible());
  },
};

export const PlainListTest: StoryObj<typeof meta> = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await PlainList.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getAllByRole('button', { name: 'Remove' })[2]!);
    await expect(canvas.getByText('3 of 3 ready, 0 failed')).toBeVisible();
  },
};

/** All images together may cost 1,500 tokens. The chart needs little and keeps it; the others become smaller. */
export const TokensForAll: StoryObj<typeof meta> = {
  args: { maxTotalTokens: 1500 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add four files' }));
    await waitFor(() => expect(canvas.getByText('3 of 4 ready, 1 failed')).toBeVisible());
    await waitFor(async () => {
      const text = canvas.getByText('Tokens').nextElementSibling?.textContent ?? '';
      const tokens = Number(text.replaceAll(',', ''));
      await expect(tokens).toBeGreaterThan(1000);
      await expect(tokens).toBeLessThanOrEqual(1500);
    });
  },
};
