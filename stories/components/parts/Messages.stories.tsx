import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Messages } from '../../../src/parts.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import { conversation, question } from '../samples/entries.js';
import { loadFiles, type SampleFiles } from '../samples/load-files.js';
import { sampleOf, usage } from '../../shared/docs.js';
import { onPartsPage } from './PartsPage.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../../usage/MessagesParts.tsx?raw';

function PlainMessages({ entries }: { entries: readonly ChatEntry[] }): ReactElement {
  return (
    <div className="parts-demo">
      <Messages.List entries={entries}>
        {entries.map((entry) => (
          <Messages.Item key={entry.message.id} entry={entry}>
            <Messages.Images />
            <Messages.Text />
            <Messages.Actions>
              <Messages.Copy>Copy</Messages.Copy>
            </Messages.Actions>
          </Messages.Item>
        ))}
        <Messages.Jump>Jump to the latest</Messages.Jump>
      </Messages.List>
    </div>
  );
}

/**
 * `MessagesList` scrolls, and keeps its end in view while the reader is there. `MessagesItem` takes one entry of
 * `useImageChat().entries`. Text is plain unless it gets other children, such as `Markdown`.
 */
const meta = {
  title: 'Components/Parts/Messages',
  decorators: [onPartsPage],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  component: sampleOf(Messages.List, PlainMessages),
  loaders: [loadFiles],
  args: { entries: [] },
  render: (_args, { loaded }) => <PlainMessages entries={conversation(loaded as SampleFiles)} />,
} satisfies Meta<typeof PlainMessages>;
export default meta;

/** A conversation from parts without the kit's look. */
export const WithoutLooks: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('article')).toHaveLength(4);
    await expect(canvas.getByText(/Three things give it away/)).toBeInTheDocument();
  },
};

const onImage = fn();

/** `MessagesImages` takes a function that renders one image: here `MessagesImage` in a button. */
export const OwnImages: StoryObj<typeof meta> = {
  render: (_args, { loaded }) => {
    const { stillLife, tower } = loaded as SampleFiles;
    const entry = question('q', 'Which one was taken outdoors?', [stillLife, tower]);
    return (
      <Messages.Item entry={entry} className="parts-demo">
        <Messages.Images>
          {(image, number) => (
            <button type="button" onClick={() => onImage(number)}>
              <Messages.Image image={image} number={number} />
            </button>
          )}
        </Messages.Images>
        <Messages.Text />
      </Messages.Item>
    );
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Image 2/ }));
    await expect(onImage).toHaveBeenCalledWith(2);
  },
};
