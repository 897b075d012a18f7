import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ConversationList, useConversations } from '../../src/conversations.js';
import type { ChatEntry, ConversationStore } from '../../src/index.js';
import { arabicWords } from '../../src/components/words/arabic/index.js';
import { germanWords } from '../../src/components/words/german/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ConversationList.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';
import { question } from './samples/entries.js';

const DAY_MS = 86_400_000;

interface Kept {
  entries: readonly ChatEntry[];
  title: string;
  savedAtMs: number;
}

/** A store in memory, as an app may have its own. */
function memoryStore(titles: readonly string[], isFailing: boolean): ConversationStore<ChatEntry> {
  const kept = new Map<string, Kept>(
    titles.map((title, index) => [
      `c${index}`,
      { entries: [question(`q${index}`, title)], title, savedAtMs: Date.now() - index * DAY_MS },
    ]),
  );
  return {
    async save(id, entries) {
      kept.set(id, { title: '', ...kept.get(id), entries, savedAtMs: Date.now() });
    },
    load: async (id) => kept.get(id)?.entries,
    async list() {
      if (isFailing) throw new Error('The server is down.');
      return Array.from(kept, ([id, { title, savedAtMs }]) => ({ id, title, savedAtMs })).toSorted(
        (a, b) => b.savedAtMs - a.savedAtMs,
      );
    },
    async rename(id, title) {
      const one = kept.get(id);
      if (one) kept.set(id, { ...one, title });
    },
    async remove(id) {
      kept.delete(id);
    },
    async clearAll() {
      kept.clear();
    },
  };
}

interface SampleProps {
  titles: readonly string[];
  isFailing: boolean;
  language: 'english' | 'german' | 'arabic';
}

const languages = { english: undefined, german: germanWords, arabic: arabicWords };

function Sample({ titles, isFailing, language }: SampleProps): ReactElement {
  const [store] = useState(() => memoryStore(titles, isFailing));
  const conversations = useConversations({ store, initialId: 'c1', rememberAs: false });
  const words = languages[language];
  return (
    <div dir={language === 'arabic' ? 'rtl' : 'ltr'} style={{ maxWidth: '18rem', height: '30rem' }}>
      <ConversationList
        conversations={conversations}
        style={{ height: '100%' }}
        {...(words && { words })}
      />
    </div>
  );
}

/** The stored conversations by day: new, search, open, rename, delete with Undo, export and import. */
const meta = {
  title: 'Components/ConversationList',
  component: sampleOf(ConversationList, Sample),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    titles: [
      'What is wrong with this engine?',
      'Compare both receipts, and say which of them is the older one',
      'Which bird is this?',
      'Translate the menu',
    ],
    isFailing: false,
    language: 'english',
  },
} satisfies Meta<typeof Sample>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Grouped by the day on which they were last saved. */
export const ByDay: Story = {};

/** Nothing has been asked yet. */
export const Empty: Story = { args: { titles: [] } };

/** In German. */
export const German: Story = {
  args: {
    language: 'german',
    titles: [
      'Was stimmt mit diesem Motor nicht?',
      'Vergleiche beide Belege und sage, welcher der ältere ist',
      'Welcher Vogel ist das?',
      'Übersetze die Speisekarte',
    ],
  },
};

/** In Arabic, right to left. */
export const Arabic: Story = {
  args: {
    language: 'arabic',
    titles: [
      'ما المشكلة في هذا المحرك؟',
      'قارن بين الإيصالين وقل أيهما أقدم',
      'ما هذا الطائر؟',
      'ترجم قائمة الطعام',
    ],
  },
};

/** The app's store cannot be reached. */
export const Unreachable: Story = { args: { isFailing: true } };

/** Deleted, and brought back by Undo. */
export const Deleted: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const title = await canvas.findByRole('button', { name: 'Which bird is this?' });
    title.focus();
    await userEvent.keyboard('{Delete}');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Undo' })).toBeVisible());
  },
};

export const DeletedAndBack: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await Deleted.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await expect(await canvas.findByRole('button', { name: 'Which bird is this?' })).toBeVisible();
  },
};
