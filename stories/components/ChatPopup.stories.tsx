import type { Meta, StoryObj } from '@storybook/react-vite';
import { ChatPopup } from '../../src/popup.js';
import { ImageChat } from '../../src/index.js';
import { arabicWords } from '../../src/components/words/arabic/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { FullPage, fullPage } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ChatPopup.tsx?raw';
import { usage } from '../shared/docs.js';

/**
 * A button in a corner of the page that opens a chat: as a popup or a sidebar beside the page, or as a modal dialog. On a
 * narrow screen the chat has the whole screen. Closed, it keeps its draft and goes on answering.
 */
const meta = {
  title: 'Components/ChatPopup',
  component: ChatPopup,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  decorators: [
    (Story, { args: { dir, lang } }) => (
      <FullPage>
        <main dir={dir} lang={lang} style={{ padding: '2rem' }}>
          <h1>{lang === 'ar' ? 'مصابيح الميناء' : 'Harbour Lamps'}</h1>
          <p>
            {lang === 'ar'
              ? 'هل تعطّل شيء؟ افتح المحادثة وأرسل صورة.'
              : 'Is something broken? Open the chat and send an image.'}
          </p>
        </main>
        <Story />
      </FullPage>
    ),
  ],
  args: {
    mode: 'popup',
    placement: 'bottom-end',
    defaultOpen: true,
    children: <ImageChat connection={createDemoConnection({ delayMs: 0, tokensPerSecond: 400 })} />,
  },
} satisfies Meta<typeof ChatPopup>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The button alone. */
export const Closed: Story = { args: { defaultOpen: false } };

/** Above a corner of the page, which stays usable. */
export const Popup: Story = {};

/** Along a side of the page, which stays usable. */
export const Sidebar: Story = { args: { mode: 'sidebar' } };

/** In the middle, with the page behind it out of reach. */
export const Modal: Story = { args: { mode: 'modal', label: 'Ask about an image' } };

/** Right to left: the button and the sidebar change sides. */
export const Arabic: Story = {
  args: { mode: 'sidebar', words: arabicWords, dir: 'rtl', lang: 'ar' },
};
