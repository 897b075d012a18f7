import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ImageChat, ImageChatView, type ImageChatViewProps } from '../../src/index.js';
import { arabicWords } from '../../src/components/words/arabic/index.js';
import { germanWords } from '../../src/components/words/german/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadSample } from '../shared/samples.js';
import { conversation, type englishConversation } from './samples/entries.js';
import { everyState } from './samples/items.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { arabicConversation, germanConversation } from './samples/translated.js';
import { useSampleChat } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ImageChat.tsx?raw';
// oxlint-disable-next-line import/default -- the same
import arabicSource from '../usage/ImageChatArabic.tsx?raw';
// oxlint-disable-next-line import/default -- the same
import germanSource from '../usage/ImageChatGerman.tsx?raw';
// oxlint-disable-next-line import/default -- the same
import themedSource from '../usage/ImageChatThemed.tsx?raw';
// oxlint-disable-next-line import/default -- the same
import viewSource from '../usage/ImageChatView.tsx?raw';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';

interface ViewProps extends Omit<ImageChatViewProps, 'chat'> {
  files: SampleFiles;
  texts?: typeof englishConversation;
  draft?: string;
}

function StillChat({ files, texts, draft = 'Compare the two', ...view }: ViewProps): ReactElement {
  const chat = useSampleChat(conversation(files, texts), {
    items: everyState(files),
    text: draft,
  });
  return <ImageChatView chat={chat} {...view} />;
}

interface AnsweredProps extends Pick<ImageChatViewProps, 'followUps'> {
  files: SampleFiles;
}

function AnsweredChat({ files, followUps }: AnsweredProps): ReactElement {
  const chat = useSampleChat(conversation(files).slice(0, 2));
  return <ImageChatView chat={chat} {...(followUps && { followUps })} />;
}

const followUps = ['How sure are you?', 'Shorter, please'];

/**
 * A whole image chat in one line: `<ImageChat connection={…} />`. It fills the height of its parent. With
 * `<ImageChatView chat={useImageChat(…)} />` the app calls the hook itself. Everything inside is built from exported parts.
 */
const meta = {
  title: 'Components/ImageChat',
  component: ImageChat,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  decorators: [
    (Story) => (
      <div style={{ height: '100vh' }}>
        <Story />
      </div>
    ),
  ],
  loaders: [loadFiles],
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 400 }), theme: 'system' },
} satisfies Meta<typeof ImageChat>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A question about two images, and its answer. */
export const Answered: Story = {
  render: (_args, { loaded }) => <AnsweredChat files={loaded as SampleFiles} />,
};

/** Answered by the demo backend in this page: add an image and ask. */
export const Empty: Story = {};

/** The site does not allow its image to be copied. This connection accepts links, so the link can be sent instead. */
export const LinkInstead: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add images' }));
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Add from URL' }));
    const field = await canvas.findByRole('textbox', { name: 'URL of an image' });
    await userEvent.type(field, 'https://photos.example/harbour.jpg{Enter}');
    await userEvent.click(await canvas.findByRole('button', { name: 'Send the link instead' }));
    await expect(await canvas.findByRole('listitem')).toHaveAccessibleName(/photos.example/);
  },
};

/** On the demo backend: paste an image, ask, and read the answer. */
export const Live: Story = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('textbox');
    const transfer = new DataTransfer();
    transfer.items.add(await loadSample('chart.png'));
    input.focus();
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
    await waitFor(() =>
      expect(canvas.getByRole('listitem')).toHaveAttribute('data-status', 'ready'),
    );
    await userEvent.type(input, 'What is on it?{Enter}');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Regenerate' })).toBeVisible());
  },
};

const still = (view: Partial<ViewProps> = {}): NonNullable<Story['render']> =>
  function render(_args, { loaded }) {
    return <StillChat files={loaded as SampleFiles} {...view} />;
  };

/** A conversation in light colours. The app calls the hook itself. */
export const Light: Story = {
  parameters: { docs: { source: usage(viewSource) } },
  render: still({ theme: 'light' }),
};

/** The same in dark colours. Images are not changed. */
export const Dark: Story = { render: still({ theme: 'dark' }) };

/** Questions to go on with, below the last answer. */
export const FollowUps: Story = {
  render: (_args, { loaded }) => (
    <AnsweredChat files={loaded as SampleFiles} followUps={followUps} />
  ),
};

/** German words. Every string can be replaced. */
export const German: Story = {
  parameters: { docs: { source: usage(germanSource) } },
  render: still({
    words: germanWords,
    lang: 'de',
    texts: germanConversation,
    draft: 'Vergleiche die beiden',
  }),
};

/** Arabic words, right to left: set `words`, `dir` and `lang`. */
export const Arabic: Story = {
  parameters: { docs: { source: usage(arabicSource) } },
  render: still({
    words: arabicWords,
    dir: 'rtl',
    lang: 'ar',
    texts: arabicConversation,
    draft: 'قارن بين الصورتين',
  }),
};

/** Colours, radius and font come from CSS variables. */
export const Themed: Story = {
  parameters: { docs: { source: usage(themedSource) } },
  render: still({
    theme: 'light',
    style: {
      '--ick-accent': '#0b6b4f',
      '--ick-accent-soft': '#e2f3ec',
      '--ick-bg': '#f7f5ef',
      '--ick-radius-l': '0.5rem',
      '--ick-radius-m': '0.25rem',
      '--ick-font': 'Georgia, serif',
    } as NonNullable<ViewProps['style']>,
  }),
};

/** At the width of a phone. */
export const Narrow: Story = {
  render: still(),
  decorators: [
    (Story) => (
      <div style={{ width: 360, height: '100vh' }}>
        <Story />
      </div>
    ),
  ],
};

/**
 * As it is printed: the whole conversation, dark on white, without its controls. This story applies the print styles on the
 * screen; an app has nothing to do for printing.
 */
export const OnPaper: Story = {
  render: still(),
  beforeEach() {
    const rules = printRules();
    for (const { media } of rules) media.mediaText = 'all';
    return () => {
      for (const { media } of rules) media.mediaText = 'print';
    };
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/Which of these was taken outdoors/)).toBeVisible();
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(canvas.queryByRole('button', { name: 'Regenerate' })).toBeNull();
  },
};

function printRules(): CSSMediaRule[] {
  const found: CSSMediaRule[] = [];
  const look = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') found.push(rule);
      else if (rule instanceof CSSGroupingRule) look(rule.cssRules);
    }
  };
  for (const { cssRules } of document.styleSheets) look(cssRules);
  return found;
}
