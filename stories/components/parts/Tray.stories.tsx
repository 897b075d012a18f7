import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import {
  Announcer,
  TrayDetail,
  TrayItem,
  TrayNumber,
  TrayProgress,
  TrayRemove,
  TrayRetry,
  TrayRoot,
  TrayStatus,
  TrayThumbnail,
} from '../../../src/components/index.js';
import type { QueueItem } from '../../../src/pipeline/queue-types.js';
import { everyState } from '../samples/items.js';
import { loadFiles, type SampleFiles } from '../samples/load-files.js';
import { useSampleQueue } from '../samples/use-sample-queue.js';
import './parts.css';

function PlainTray({ items }: { items: readonly QueueItem[] }): ReactElement {
  const queue = useSampleQueue(items);
  return (
    <Announcer>
      <TrayRoot queue={queue} className="parts-demo">
        {queue.items.map((item) => (
          <TrayItem key={item.id} item={item}>
            <TrayThumbnail />
            <TrayProgress />
            <TrayNumber /> <TrayStatus /> <TrayRetry />
            <div>
              <TrayDetail /> <TrayRemove>Remove</TrayRemove>
            </div>
          </TrayItem>
        ))}
      </TrayRoot>
    </Announcer>
  );
}

/**
 * `TrayRoot` takes a queue, `TrayItem` one of its pictures; the other parts stand anywhere inside a tile. Every state is in
 * the data attributes (`data-status`, `data-final`, `data-dragging`), progress is in `--ick-progress`.
 */
const meta = {
  title: 'Components/Parts/Tray',
  component: PlainTray,
  loaders: [loadFiles],
  args: { items: [] },
  render: (_args, { loaded }) => <PlainTray items={everyState(loaded as SampleFiles)} />,
} satisfies Meta<typeof PlainTray>;
export default meta;

export const WithoutLooks: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove image 2' }));
    await expect(canvas.getByText('Image 2 removed')).toBeInTheDocument();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4);
  },
};
