import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { AnswerWait, ChatEntry } from '../../src/chat/types.js';
import { KitRoot, MessageList } from '../../src/index.js';
import {
  answer,
  answerParts,
  answerWith,
  conversation,
  failures,
  question,
  toolWithImages,
} from './samples/entries.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { useSampleChat } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/MessageList.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';

interface SampleListProps {
  entries: readonly ChatEntry[];
  wait?: AnswerWait;
}

function SampleList({ entries, wait }: SampleListProps): ReactElement {
  return (
    <KitRoot style={{ height: '100vh', display: 'flex', background: 'var(--ick-color-bg)' }}>
      <MessageList chat={{ ...useSampleChat(entries), ...(wait && { wait }) }} />
    </KitRoot>
  );
}

/**
 * The conversation. A question is a bubble with its images above it, an answer is plain text on the page. The end stays
 * in view while the answer grows, unless the reader has scrolled up.
 */
const meta = {
  title: 'Components/MessageList',
  component: sampleOf(MessageList, SampleList),
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  loaders: [loadFiles],
  args: { entries: [] },
} satisfies Meta<typeof SampleList>;
export default meta;

type Story = StoryObj<typeof meta>;

const show =
  (entriesOf: (files: SampleFiles) => readonly ChatEntry[]): NonNullable<Story['render']> =>
  (_args, { loaded }) => <SampleList entries={entriesOf(loaded as SampleFiles)} />;

/** Image numbers in an answer open those images. */
export const Conversation: Story = {
  render: show(conversation),
};

export const ConversationTest: Story = {
  ...Conversation,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Image 2' }));
    await expect(await canvas.findByRole('dialog', { name: 'tower.jpg' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};

/**
 * Thoughts and tool calls are folded, sources are numbered links that load nothing on their own, and a file is a chip.
 */
export const ThoughtsSourcesAndTools: Story = {
  render: show(({ receipt }) => [
    {
      message: {
        id: 'q',
        role: 'user',
        parts: [
          {
            type: 'file',
            id: 'q-file',
            name: 'price list.pdf',
            mediaType: 'application/pdf',
            data: { kind: 'bytes', bytes: new Blob([new Uint8Array(48_200)]) },
          },
          ...question('q', 'Is the rye bread on my receipt dearer than in the list?', [receipt])
            .message.parts,
        ],
      },
    },
    answerParts(),
  ]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText('Thought for 6 s'));
    await expect(await canvas.findByText(/The receipt says/)).toBeVisible();
    await expect(await canvas.findByRole('link', { name: 'Prices of bread' })).toBeVisible();
  },
};

/** Images that a tool returned are in its fold, with its result; the line of the tool says how many. */
export const ImagesOfATool: Story = {
  render: show(({ tower, stillLife }) => [
    question('q', 'Is anything left in the blue room?'),
    toolWithImages([stillLife, tower]),
  ]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByText('Look into room'));
    await expect(await canvas.findByRole('button', { name: 'Open image 2' })).toBeVisible();
  },
};

/** Whatever the wire format changed or left out of a question, in small print below it. */
export const SentWithChanges: Story = {
  render: show(({ receipt, stillLife }) => {
    const entry = question('q', 'Which of them is older?', [receipt, stillLife]);
    const [first, second] = entry.message.parts.filter((part) => part.type === 'image');
    return [
      {
        ...entry,
        warnings: [
          {
            code: 'image-dropped',
            message: 'An image was left out: this server fetches no links. Send the image itself.',
            imageId: first?.id ?? '',
          },
          {
            code: 'detail-lowered',
            message:
              'The detail “original” is sent as “high”, because this endpoint does not know it.',
            imageId: second?.id ?? '',
          },
        ],
      },
    ];
  }),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText(
        'Image 1: left out: this server fetches no links. Send the image itself.',
      ),
    ).toBeVisible();
  },
};

/** The mention `@image2` is shown as "Image 2", and opens the image. */
export const Mentions: Story = {
  render: show(({ stillLife, tower }) => [
    question('q', 'Was @image2 taken on the same day as @image1?', [stillLife, tower]),
  ]),
};

export const MentionsTest: Story = {
  ...Mentions,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Image 2' }));
    await expect(await canvas.findByRole('dialog', { name: 'tower.jpg' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
  },
};

/** The question was sent and nothing has arrived yet: a quiet line counts the seconds. */
export const Waiting: Story = {
  args: {
    entries: [
      question('q', 'Hello?'),
      answer('a', '', { status: 'waiting', startedAtMs: Date.now() }),
    ],
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('The model is thinking…'),
    ).toBeInTheDocument();
  },
};

/** The server asked to wait. The request is retried automatically, or with Try now. */
export const WaitingForNextTry: Story = {
  render: () => (
    <SampleList
      entries={[question('q', 'Hello?'), answer('a', '', { status: 'waiting' })]}
      wait={{
        for: 'retry',
        sinceMs: Date.now(),
        nextTryAtMs: Date.now() + 40_000,
        error: failures.rateLimited,
      }}
    />
  ),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: 'Try now' }),
    ).toBeInTheDocument();
  },
};

/** A line below each answer says how it ended. */
export const Endings: Story = {
  args: {
    entries: [
      question('q1', 'Tell me about the still life.'),
      answer('a1', 'There are five spheres on a table. The first', { status: 'stopped' }),
      question('q2', 'Go on.'),
      answer('a2', 'The second one is', { status: 'incomplete' }),
      question('q3', 'Everything about it, please.'),
      answer('a3', 'It is red, and', { status: 'incomplete', endReason: 'length' }),
      question('q4', 'And the last?'),
      answer('a4', '', { status: 'failed', error: failures.rateLimited }),
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('You stopped this answer.')).toBeInTheDocument();
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  },
};

/**
 * The last answer was truncated by its limit or by the network. The text so far stays, and Continue asks for the rest.
 */
export const CutOff: Story = {
  args: {
    entries: [
      question('q', 'Tell me everything about the still life.'),
      answer('a', 'It is red, and stands on a table that', {
        status: 'incomplete',
        endReason: 'length',
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Continue' })).toBeEnabled();
  },
};

/** Regenerated and edited messages: one press brings back the earlier version, with everything that followed it. */
export const Versions: Story = {
  args: {
    entries: [
      {
        ...question('q', 'Which of the two towers is older?'),
        versions: {
          index: 1,
          others: [
            [question('q', 'Which tower is older?'), answer('a1', 'Which two do you mean?')],
          ],
        },
      },
      {
        ...answer('a2', 'The left one: its windows are narrower.'),
        versions: { index: 0, others: [[answer('a3', 'The left one.')]] },
      },
    ],
  },
};

export const VersionsTest: Story = {
  ...Versions,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [before] = await canvas.findAllByRole('button', { name: 'Previous version' });
    await userEvent.click(before as HTMLElement);
    await expect(await canvas.findByText('Which two do you mean?')).toBeVisible();
    await expect(before).toHaveFocus();
  },
};

/** A removed message can be restored until the next question. */
export const Removed: Story = {
  args: {
    entries: [question('q', 'What is this?'), answer('a', 'A still life with five spheres.')],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [, removeAnswer] = canvas.getAllByRole('button', { name: 'Remove' });
    await userEvent.click(removeAnswer as HTMLElement);
    await expect(await canvas.findByRole('button', { name: 'Undo' })).toHaveFocus();
  },
};

function many(files: SampleFiles, count: number): File[] {
  const all = Object.values(files) as File[];
  return Array.from({ length: count }, (_, index) => {
    const file = all[index % all.length] as File;
    return new File([file], `${index}-${file.name}`, { type: file.type });
  });
}

/** One image, four, ten without text, and fourteen. Of more than six, a press shows the rest. */
export const ImageGrids: Story = {
  render: show((files) => [
    question('1', 'One', many(files, 1)),
    question('4', 'Four', many(files, 4)),
    question('10', '', many(files, 10)),
    question('14', 'Fourteen', many(files, 14)),
  ]),
};

export const ImageGridsTest: Story = {
  ...ImageGrids,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Show all 14/ }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Open image 14' }));
    await expect(await canvas.findByText('14 of 14')).toBeVisible();
    await userEvent.keyboard('{Escape}');
  },
};

/** Images made by the model: one, and a dozen. */
export const ImagesInAnswers: Story = {
  render: show((files) => [
    question('q1', 'Draw a still life.'),
    answerWith('a1', 'Here it is.', many(files, 1)),
    question('q2', 'Twelve variants, please.'),
    answerWith('a2', 'Twelve variants, the first four close to the original:', many(files, 12)),
  ]),
};

/** A question is edited in place, with its images. */
export const Editing: Story = {
  render: show(({ stillLife, tower }) => [
    question('q', 'Which one is larger?', [stillLife, tower]),
    answer('a', 'The second one.'),
  ]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    const box = within(await canvas.findByRole('region', { name: 'Edit' }));
    await waitFor(() => expect(box.getByRole('textbox')).toHaveFocus());
    await waitFor(() => expect(box.getAllByRole('listitem')).toHaveLength(2));
  },
};

/** The reader scrolled up: the list stays where it is, and a button leads back. */
export const ScrolledUp: Story = {
  args: {
    entries: Array.from({ length: 24 }, (_, index) =>
      index % 2 === 0
        ? question(String(index), `Question ${index / 2 + 1}`)
        : answer(String(index), 'An answer of one line.'),
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const list = canvas.getByRole('log');
    const jump = { name: 'Jump to the latest' };
    // The list follows its end once it has been laid out; from then on it stays where the reader scrolls to.
    await waitFor(() => {
      list.scrollTop = list.scrollTop > 0 ? 0 : list.scrollHeight;
      return canvas.getByRole('button', jump);
    });
  },
};

export const ScrolledUpTest: Story = {
  ...ScrolledUp,
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await ScrolledUp.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Jump to the latest' }));
    await waitFor(() =>
      expect(canvas.queryByRole('button', { name: 'Jump to the latest' })).toBeNull(),
    );
  },
};
