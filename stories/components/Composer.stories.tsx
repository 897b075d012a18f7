import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { type ChatEntry, Composer, type ComposerItems, type Dictation } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { everyState } from './samples/items.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { question } from './samples/entries.js';
import { readyItem } from './samples/images.js';
import { type SampleComposer, useSampleComposer } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/Composer.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

interface ComposerStoryProps {
  sample?: SampleComposer;
  isBusy?: boolean;
  dictation?: Dictation;
  commands?: ComposerItems;
}

function SampleComposerCard({
  sample,
  isBusy = false,
  dictation,
  commands,
}: ComposerStoryProps): ReactElement {
  return (
    <Composer
      composer={useSampleComposer(sample)}
      isBusy={isBusy}
      dictation={dictation}
      commands={commands}
      onStop={() => {}}
      onFix={() => {}}
    />
  );
}

/**
 * One card: the tray, the text and one row of tools. Enter sends, Shift+Enter starts a new line, and Backspace in an empty
 * text removes the last image. A message that is sent before its last image is ready waits for it.
 */
const meta = {
  title: 'Components/Composer',
  component: sampleOf(Composer, SampleComposerCard),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  loaders: [loadFiles],
  args: { isBusy: false },
} satisfies Meta<typeof SampleComposerCard>;
export default meta;

type Story = StoryObj<typeof meta>;

const show =
  (contentOf: (files: SampleFiles) => SampleComposer): NonNullable<Story['render']> =>
  (args, { loaded }) => <SampleComposerCard {...args} sample={contentOf(loaded as SampleFiles)} />;

/** Nothing to send yet. */
export const Empty: Story = {};

export const EmptyTest: Story = {
  ...Empty,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox'), 'one{Shift>}{Enter}{/Shift}two');
    await expect(canvas.getByRole('textbox')).toHaveValue('one\ntwo');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};

/** Images in every state, with their bytes and tokens before they are sent. */
export const WithImages: Story = {
  render: show((files) => ({ items: everyState(files), text: 'Compare the two' })),
};

/** Pressing the figures opens a panel with all of them, which sets the detail of all images and can remove them. */
export const Totals: Story = {
  render: show(({ stillLife, tower }) => ({ items: [readyItem(stillLife), readyItem(tower)] })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^2 images/ }));
    await userEvent.click(await canvas.findByRole('button', { name: /^Detail for all/ }));
    await userEvent.click(await canvas.findByRole('menuitemradio', { name: /^Low/ }));
    await expect(
      await canvas.findByRole('button', { name: /^Detail of image 2: Low/ }),
    ).toBeVisible();
  },
};

/** Leaves room for a menu, which opens above the composer. */
const belowMenu: Decorator = (Story) => (
  <div style={{ paddingBlockStart: 120 }}>
    <Story />
  </div>
);

/** On the docs page, a story in a frame plays, and ends with its menu open. */
const inFrame = { docs: { story: { inline: false, height: '22rem' } } };

/** Typing @ offers the images. A mention follows its image when that moves. */
export const Mentions: Story = {
  decorators: [belowMenu],
  parameters: { ...inFrame },
  render: show(({ stillLife, tower }) => ({ items: [readyItem(stillLife), readyItem(tower)] })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findAllByRole('listitem');
    const text = canvas.getByRole('textbox');
    await userEvent.click(text);
    await userEvent.keyboard('Is @');
    await expect(await canvas.findByRole('listbox', { name: 'Images to mention' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(text).toHaveValue('Is @image2 ');
    await userEvent.keyboard('@');
    await expect(await canvas.findByRole('listbox')).toBeVisible();
  },
};

const waitingQuestions = ({ stillLife, tower }: SampleFiles): readonly ChatEntry[] => [
  question('next', 'Which of these two was taken in the evening?', [stillLife, tower]),
  question('after', 'And how can you tell? Please name what you see in the light.'),
];

/** While an answer runs, Send adds to the questions that wait for it. Each can be edited, moved and removed. */
export const WaitingQuestions: Story = {
  args: { isBusy: true },
  render: (args, { loaded }) => (
    <SampleComposerCard
      {...args}
      sample={{ waiting: waitingQuestions(loaded as SampleFiles), text: 'A third question' }}
    />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('list', { name: 'Waiting questions' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send after this answer' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** After Stop, a failure or a reload nothing is sent until the user asks for it. */
export const WaitingQuestionsPaused: Story = {
  render: show((files) => ({ waiting: waitingQuestions(files), pause: { because: 'stopped' } })),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Send next' })).toBeVisible();
  },
};

/** A `/` at the start of the text offers the commands of the app. */
export const Commands: Story = {
  decorators: [belowMenu],
  parameters: { ...inFrame },
  args: {
    commands: [
      { id: 'read', label: '/read', description: 'All text in the images', text: 'Read all text.' },
      { id: 'compare', label: '/compare', description: 'What differs', text: 'What differs?' },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), '/');
    await expect(await canvas.findAllByRole('option')).toHaveLength(2);
  },
};

const dictation: Dictation = {
  mayLeaveDevice: true,
  listen: ({ signal, onText }) =>
    new Promise((resolve) => {
      onText('Which of the two', false);
      signal.addEventListener('abort', () => {
        onText('Which of the two towers is older?', true);
        resolve(undefined);
      });
    }),
};

/** A microphone of the app's, or the browser's. Words that are not final yet stand beside the button. */
export const Dictating: Story = {
  args: { dictation },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Dictate' }));
    await expect(await canvas.findByText('Which of the two')).toBeVisible();
  },
};

/** While an answer streams, Stop replaces Send until there is something to add. */
export const Busy: Story = {
  args: { isBusy: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Send' })).toBeNull();
  },
};

/** Files that were rejected: which, why, and what to do. */
export const Rejections: Story = {
  args: {
    sample: {
      rejections: [
        {
          code: 'unsupported-format',
          name: 'receipt.heic',
          message: 'This browser cannot open HEIC images. Save it as JPEG and add it again.',
        },
        {
          code: 'not-an-image',
          name: 'notes.txt',
          message: 'This file is no image. Add a photo, a scan or a screenshot.',
        },
      ],
    },
  },
};

export const RejectionsTest: Story = {
  ...Rejections,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByText('notes.txt')).toBeNull();
  },
};

/** What the endpoint would refuse, found before anything is sent, with buttons that fix it. */
export const Problems: Story = {
  render: show(({ receipt }) => ({
    items: [readyItem(receipt)],
    text: 'What does it say?',
    problems: [
      {
        code: 'image-side',
        severity: 'error',
        message: 'Image 1 is 9,000 px wide, and this model takes 8,000 px at most.',
        imageId: receipt.name,
        fix: 'shrink',
      },
      {
        code: 'no-vision',
        severity: 'warning',
        message: 'This model cannot see images. Choose another model, or send text alone.',
        fix: 'switch-model',
      },
    ],
  })),
};

/** Drafts cannot be stored, for example in a private window. The composer says so once; sending still works. */
export const NotKept: Story = {
  args: {
    sample: {
      text: 'Which of the two towers is older?',
      storageProblem: {
        code: 'storage-unavailable',
        message:
          'This browser does not let the page store anything, so what you write will be lost after a reload. Sending works as usual.',
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect((await canvas.findAllByText(/lost after a reload/))[0]).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};

/** The text box grows with its lines, and scrolls when there are many. */
export const LongText: Story = {
  args: {
    sample: { text: Array.from({ length: 30 }, (_, index) => `Line ${index + 1}`).join('\n') },
  },
};
