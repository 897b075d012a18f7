import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ConversationList, useConversations } from '../../src/conversations.js';
import { createConversationStore } from '../../src/core.js';
import { type ChatEntry, type Connection, ImageChat, KitRoot } from '../../src/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/conversations.tsx?raw';
import { usage } from '../shared/docs.js';
import '../shared/sheet.css';
import { createBackgroundServer } from '../../test/helpers/background-server.js';

const name = 'story-several-tabs';
const tabNames = ['First tab', 'Second tab'];
const createStore = () => createConversationStore<ChatEntry>({ name });

/** What one tab of a browser shows. */
function Tab({ connection, index }: { connection: Connection; index: number }): ReactElement {
  const [store] = useState(createStore);
  const conversations = useConversations({ store, rememberAs: `${name}-${index}` });
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: '14rem minmax(0, 1fr)',
        height: '34rem',
        paddingInlineStart: '0.75rem',
      }}
    >
      <ConversationList conversations={conversations} />
      <ImageChat
        connection={connection}
        conversationKey={conversations.currentId}
        conversationStore={store}
        draftKey={conversations.currentId}
      />
    </div>
  );
}

/** Two tabs over the same database, which can be loaded again. */
function Tabs({ connection }: { connection: Connection }): ReactElement {
  const [loads, setLoads] = useState([0]);
  const [shown, setShown] = useState(0);
  const reload = (): void =>
    setLoads((before) => before.map((count, index) => (index === shown ? count + 1 : count)));
  const open = (index: number): void => {
    setLoads((before) => (index < before.length ? before : [...before, 0]));
    setShown(index);
  };
  return (
    <div>
      <KitRoot
        className="st-sheet"
        style={{ display: 'flex', gap: '0.5rem', padding: '0.5rem 1rem', fontSize: '0.8125rem' }}
      >
        {tabNames.map((tab, index) => (
          <button
            key={tab}
            type="button"
            className="st-button"
            aria-pressed={index === shown}
            onClick={() => open(index)}
          >
            {tab}
          </button>
        ))}
        <button type="button" className="st-button" onClick={reload}>
          Reload
        </button>
      </KitRoot>
      {loads.map((count, index) => (
        <div key={tabNames[index]} data-tab={index} hidden={index !== shown}>
          <Tab key={count} connection={connection} index={index} />
        </div>
      ))}
    </div>
  );
}

let model = createBackgroundServer();

/**
 * Conversations in two tabs, with a server that finishes answers in the background. A reload in the middle of an answer
 * loses nothing: the answer goes on, and the questions behind it wait.
 */
const meta = {
  title: 'Chat/Several tabs',
  component: Tabs,
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    connection: {
      wire: openaiResponses,
      baseUrl: 'https://demo.invalid/v1',
      model: 'gpt-5.6-terra',
      options: { background: true },
      fetch: async (input, init) =>
        (await model.handle(new Request(input, init))) ?? new Response(null, { status: 404 }),
    },
  },
  argTypes: { connection: { control: false } },
  loaders: [
    async () => {
      model = createBackgroundServer();
      for (const index of tabNames.keys()) {
        sessionStorage.removeItem(`${name}-${index}-conversation`);
      }
      await createStore().clearAll();
    },
  ],
} satisfies Meta<typeof Tabs>;
export default meta;

const isStored = async (text: string): Promise<boolean> => {
  const store = createStore();
  const loaded = await Promise.all((await store.list()).map(({ id }) => store.load(id)));
  return JSON.stringify(loaded).includes(text);
};

/**
 * Two conversations, three questions that wait, a reload in the middle of an answer, and a second tab in which the answer
 * has ended and the questions wait, too.
 */
export const AfterAReload: StoryObj<typeof meta> = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const shown = () =>
      within(canvasElement.querySelector<HTMLElement>('[data-tab]:not([hidden])') ?? canvasElement);
    const ask = async (question: string): Promise<void> => {
      await userEvent.type(shown().getByRole('textbox', { name: 'Message' }), `${question}{Enter}`);
    };
    const whenAsked = (question: string) => waitFor(() => expect(model.asked).toContain(question));
    const says = (text: string | RegExp) =>
      waitFor(() => expect(shown().getByText(text)).toBeVisible());
    const waits = (count: number) =>
      waitFor(() => {
        const list = shown().getByRole('list', { name: 'Waiting questions' });
        return expect(within(list).getAllByRole('listitem')).toHaveLength(count);
      });

    await ask('Which cat is this?');
    await whenAsked('Which cat is this?');
    model.finish('Which cat is this?', 'A tabby.');
    await says('A tabby.');
    await userEvent.click(await shown().findByRole('button', { name: 'New chat' }));
    await waitFor(() => expect(shown().queryByText('A tabby.')).toBeNull());
    await ask('Which dog is this?');
    await whenAsked('Which dog is this?');
    model.say('Which dog is this?', 'It looks like');
    await says('It looks like');
    const waiting = ['How old is it?', 'Is it well fed?', 'What is it looking at?'];
    for (const [index, question] of waiting.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- One after another.
      await ask(question);
      // oxlint-disable-next-line no-await-in-loop -- One after another.
      await waits(index + 1);
    }
    await waitFor(async () => expect(await isStored('It looks like')).toBe(true), {
      timeout: 10_000,
    });

    await userEvent.click(canvas.getByRole('button', { name: 'Reload' }));
    await says('It looks like');
    await waits(3);
    await userEvent.click(canvas.getByRole('button', { name: 'Second tab' }));
    await userEvent.click(await shown().findByRole('button', { name: 'Which dog is this?' }));
    await says('It looks like');
    model.finish('Which dog is this?', ' a young beagle.');
    await says('It looks like a young beagle.');
    await waits(3);
    await expect(shown().getByRole('button', { name: 'Send next' })).toBeVisible();
    await expect(model.asked).not.toContain('How old is it?');
  },
};
