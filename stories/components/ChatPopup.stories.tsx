import type { Meta, StoryObj } from '@storybook/react-vite';
import { SquarePen } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { ChatPopup, type ChatPopupProps } from '../../src/popup.js';
import { IconButton, ImageChat } from '../../src/index.js';
import { arabicWords } from '../../src/components/words/arabic/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { sampleUrl } from '../shared/samples.js';
import { FullPage, fullPage } from '../shared/Sheet.js';
import lateSun from './samples/late-sun.jpg';
import twoLemons from './samples/two-lemons.jpg';
import './chat-popup.css';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ChatPopup.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

const english = {
  name: 'Harbour Prints',
  links: ['New', 'Still lifes', 'Frames'],
  title: 'Light on quiet things',
  text: 'Prints on cotton paper, framed by hand. Send an image of your wall, and we say which one fits.',
  prints: ['Two lemons, before noon', 'Three in a tower', 'Late sun', 'Five on a table'],
  help: 'Ask about a print',
  newChat: 'New chat',
  suggestions: [
    'Which print fits my wall?',
    'Is this scratch covered?',
    'What size is this frame?',
  ],
};

const arabic: typeof english = {
  name: 'مطبوعات الميناء',
  links: ['الجديد', 'طبيعة صامتة', 'إطارات'],
  title: 'ضوء على أشياء هادئة',
  text: 'مطبوعات على ورق قطني بإطارات يدوية. أرسل صورة جدارك، ونقول لك أيها يناسبه.',
  prints: ['ليمونتان قبل الظهر', 'ثلاث في برج', 'شمس متأخرة', 'خمس على مائدة'],
  help: 'اسأل عن لوحة',
  newChat: 'محادثة جديدة',
  suggestions: ['أي لوحة تناسب جداري؟', 'هل يشمل الضمان هذا الخدش؟', 'ما قياس هذا الإطار؟'],
};

const prints = [
  { image: twoLemons, price: '€\u00a036' },
  { image: sampleUrl('tower-stored-sideways.jpg'), price: '€\u00a048' },
  { image: lateSun, price: '€\u00a052' },
  { image: sampleUrl('still-life.jpg'), price: '€\u00a044' },
];

/** A shop, with the chat over it. */
function Shop(props: Omit<ChatPopupProps, 'children'>): ReactElement {
  const { dir, lang } = props;
  const words = lang === 'ar' ? arabic : english;
  const [connection] = useState(() => createDemoConnection({ delayMs: 0, tokensPerSecond: 400 }));
  const [chatNumber, setChatNumber] = useState(1);
  return (
    <>
      <main className="sp-shop" dir={dir} lang={lang}>
        <nav>
          <b>{words.name}</b>
          {words.links.map((link) => (
            <span key={link}>{link}</span>
          ))}
        </nav>
        <header>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
        </header>
        <ul>
          {prints.map(({ image, price }, index) => (
            <li key={image}>
              <img src={image} alt="" />
              <b>{words.prints[index]}</b>
              <span>{price}</span>
            </li>
          ))}
        </ul>
      </main>
      <ChatPopup
        {...props}
        label={props.label ?? words.help}
        actions={
          <IconButton
            icon={SquarePen}
            label={words.newChat}
            onClick={() => setChatNumber(chatNumber + 1)}
          />
        }
      >
        <ImageChat key={chatNumber} connection={connection} suggestions={words.suggestions} />
      </ChatPopup>
    </>
  );
}

/**
 * A button in a corner of the page that opens a chat: as a popup or a sidebar beside the page, or as a modal dialog. On a
 * narrow screen the chat has the whole screen. Closed, it keeps its draft and goes on answering.
 */
const meta = {
  title: 'Components/ChatPopup',
  component: sampleOf(ChatPopup, Shop),
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  decorators: [
    (Story) => (
      <FullPage>
        <Story />
      </FullPage>
    ),
  ],
  args: { mode: 'popup', placement: 'bottom-end', defaultOpen: true },
} satisfies Meta<typeof Shop>;
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
