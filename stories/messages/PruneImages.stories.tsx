import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import {
  countImageTokens,
  pruneImages,
  type ChatMessage,
  type MessagePart,
} from '../../src/core.js';
import { count } from '../../src/components/devtools/format.js';
import { onWideSheet } from '../shared/Sheet.js';
import { anImage } from './example-parts.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/pruneImages.ts?raw';
import { usage } from '../shared/docs.js';

const MODEL = 'gpt-4o';

interface PruneArgs {
  /** Questions asked so far. */
  turns: number;
  keepTurns: number;
  stepTurns: number;
  older: 'placeholder' | 'low';
}

function conversation(turns: number): ChatMessage[] {
  return Array.from({ length: turns }, (_, turn) => turn + 1).flatMap((turn): ChatMessage[] => [
    {
      id: `q${turn}`,
      role: 'user',
      parts: [
        anImage({ name: `page-${turn}.jpg`, fileBytes: 1 }),
        { type: 'text', text: `What does page ${turn} say?` },
      ],
    },
    { id: `a${turn}`, role: 'assistant', parts: [{ type: 'text', text: `Page ${turn} says …` }] },
  ]);
}

function priceOf(part: MessagePart): number {
  if (part.type !== 'image' || !part.width || !part.height) return 0;
  return countImageTokens({ width: part.width, height: part.height }, MODEL, part.detail).tokens;
}

const tokensOf = (messages: readonly ChatMessage[]): number =>
  messages.flatMap(({ parts }) => parts).reduce((sum, part) => sum + priceOf(part), 0);

/** How many messages at the beginning are the same as in the request before: what a prompt cache can reuse. */
function samePrefix(one: readonly ChatMessage[], other: readonly ChatMessage[]): number {
  const differs = one.findIndex(
    (message, index) => JSON.stringify(message) !== JSON.stringify(other[index]),
  );
  return differs === -1 ? one.length : differs;
}

function Part({ part }: { part: MessagePart }): ReactElement | null {
  if (part.type === 'text') return <span className="st-mono">{part.text}</span>;
  if (part.type !== 'image') return null;
  return (
    <span className="st-tag" data-tone={part.detail === 'low' ? 'warn' : 'accent'}>
      {part.name}, {part.detail}, {priceOf(part)} tokens
    </span>
  );
}

function MessageTable({
  title,
  messages,
}: {
  title: string;
  messages: readonly ChatMessage[];
}): ReactElement {
  return (
    <section className="st-card" aria-label={title}>
      <h2>{title}</h2>
      <p className="st-big">{count(tokensOf(messages))} tokens of images</p>
      <ol className="st-list">
        {messages.map(({ id, role, parts }) => (
          <li key={id} className="st-row">
            <span className="st-hint">{role}</span>
            {parts.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pruned({ turns, ...options }: PruneArgs): ReactElement {
  const messages = conversation(turns).slice(0, -1);
  const pruned = pruneImages(messages, options);
  const before = pruneImages(conversation(turns - 1).slice(0, -1), options);
  const same = samePrefix(before, pruned);
  return (
    <>
      <p>
        {same === before.length
          ? `The first ${same} messages are the same as in the request before, so a prompt cache holds.`
          : `Images were let go with this question: only the first ${same} messages are as they were.`}
      </p>
      <div className="st-grid">
        <MessageTable title="Without" messages={messages} />
        <MessageTable title="With pruneImages" messages={pruned} />
      </div>
    </>
  );
}

/**
 * With each question, every image of the conversation is sent, and paid for, again. `pruneImages` keeps those of the
 * last turns and drops older ones **in steps**, so that the beginning of the request stays the same for several
 * questions and the provider's prompt cache keeps working. Raise `turns` and see when it changes.
 */
const meta = {
  title: 'Messages/Prune images',
  component: Pruned,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { turns: 6, keepTurns: 2, stepTurns: 2, older: 'placeholder' },
  argTypes: {
    turns: { control: { type: 'range', min: 1, max: 20 } },
    keepTurns: { control: { type: 'range', min: 1, max: 10 } },
    stepTurns: { control: { type: 'range', min: 1, max: 10 } },
    older: { control: 'inline-radio', options: ['placeholder', 'low'] },
  },
} satisfies Meta<typeof Pruned>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A line of text replaces an older image. */
export const ToPlaceholders: Story = {
  play: async ({ canvasElement }) => {
    const pruned = within(canvasElement).getByRole('region', { name: 'With pruneImages' });
    await expect(pruned).toHaveTextContent('[image 1: page-1.jpg, 1024×768]');
    await expect(pruned).toHaveTextContent('page-6.jpg, high');
  },
};

/** Older images stay, at `low`. */
export const ToLowDetail: Story = { args: { older: 'low' } };
