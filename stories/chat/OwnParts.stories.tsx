import type { Meta, StoryObj } from '@storybook/react-vite';
import { Ruler, Share2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import {
  type ChatEntry,
  IconButton,
  KitRoot,
  MessageList,
  type MessageSlots,
} from '../../src/index.js';
import { answerParts, question } from '../components/samples/entries.js';
import { loadFiles, type SampleFiles } from '../components/samples/load-files.js';
import { useSampleChat } from '../components/samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/renderPart.tsx?raw';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';

interface OwnPartsProps {
  entries: readonly ChatEntry[];
  slots: MessageSlots;
}

function OwnParts({ entries, slots }: OwnPartsProps): ReactElement {
  const [rating, setRating] = useState<string>();
  const [onFeedback] = useState(
    (): MessageSlots['onFeedback'] => (feedback) => setRating(feedback.rating),
  );
  return (
    <KitRoot style={{ height: '100vh', display: 'flex', background: 'var(--ick-color-bg)' }}>
      <MessageList
        chat={useSampleChat(entries)}
        header={rating !== undefined && <p>Rated: {rating}</p>}
        onFeedback={onFeedback}
        {...slots}
      />
    </KitRoot>
  );
}

/**
 * What an app adds to the list of messages or renders itself: parts, actions, avatars and names, ratings, buttons on images. One
 * that fails is reported in its place.
 */
const meta = {
  title: 'Chat/Parts of your own',
  component: OwnParts,
  loaders: [loadFiles],
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  args: { entries: [], slots: {} },
} satisfies Meta<typeof OwnParts>;
export default meta;

type Story = StoryObj<typeof meta>;

const show =
  (slots: MessageSlots): NonNullable<Story['render']> =>
  (_args, { loaded }) => {
    const { receipt } = loaded as SampleFiles;
    return (
      <OwnParts
        entries={[question('q', 'Is this bread dear?', [receipt]), answerParts()]}
        slots={slots}
      />
    );
  };

/** Another tool call, other buttons, a name and a time: each from a function of the app. */
export const Everything: Story = {
  render: show({
    renderPart: {
      'tool-call': ({ part, children }) => (
        <div style={{ borderInlineStart: '3px solid currentcolor', paddingInlineStart: 8 }}>
          <small>{part.name} ran for this answer</small>
          {children}
        </div>
      ),
    },
    messageActions: ({ actions }) => (
      <>
        {actions.copy}
        <IconButton icon={Share2} label="Share" />
        {actions.regenerate}
        {actions.feedback}
        {actions.usage}
      </>
    ),
    renderAvatar: ({ message }) => <span aria-hidden>{message.role === 'user' ? '🧑' : '🤖'}</span>,
    renderName: ({ message }) => (message.role === 'user' ? 'You' : 'Assistant'),
    imageTools: ({ number }) => <IconButton icon={Ruler} label={`Measure image ${number}`} />,
  }),
};

/** Thumbs below each answer; the app hears which was pressed. */
export const Rated: Story = {
  render: show({}),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Good answer' }));
    await expect(await canvas.findByText('Rated: up')).toBeVisible();
  },
};

/** A renderer that throws: the sentence, then the part as the kit renders it. */
export const OneThatFails: Story = {
  // React reports the error, which would fail the run.
  tags: ['!test'],
  render: show({
    renderPart: {
      text: () => {
        throw new Error('This renderer fails on purpose.');
      },
    },
  }),
};
