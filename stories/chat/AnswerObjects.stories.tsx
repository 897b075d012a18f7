import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useMemo } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import type { AnswerStatus, ChatEntry } from '../../src/chat/types.js';
import { ImageChat, KitRoot, MessageList } from '../../src/index.js';
import type { AnswerObject } from '../../src/objects/types.js';
import { answer, question } from '../components/samples/entries.js';
import { useSampleChat } from '../components/samples/use-sample-chat.js';
import { createDemoConnection } from '../shared/demo-connection.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/responseSchema.tsx?raw';
import { usage } from '../shared/docs.js';
import { fullPage, FullPage } from '../shared/Sheet.js';

interface SampleObjectProps {
  object: AnswerObject;
  text?: string;
  status?: AnswerStatus;
}

function SampleObject({ object, text, status = 'complete' }: SampleObjectProps): ReactElement {
  const entries = useMemo(
    (): ChatEntry[] => [
      question('q', 'Read the receipts.'),
      answer('a', text ?? JSON.stringify(object.value), { object, status }),
    ],
    [object, text, status],
  );
  const chat = useSampleChat(entries);
  return (
    <KitRoot style={{ height: '100vh', display: 'flex', background: 'var(--ick-color-bg)' }}>
      <MessageList chat={chat} />
    </KitRoot>
  );
}

const rows = [
  { shop: 'Bakery Lindner', date: '2026-03-14', total: 11.45, isPaid: true },
  { shop: 'Café am Markt', date: '2026-03-15', total: 8.75, isPaid: false },
];

/**
 * With a `responseSchema`, an answer is data: a list of objects is a table, an object a list of fields. It grows while it streams; one
 * that does not match its schema says so and shows its text.
 */
const meta = {
  title: 'Chat/Answers as objects',
  component: SampleObject,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  args: { object: { value: rows, isPartial: false, problems: [] } },
} satisfies Meta<typeof SampleObject>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A list of objects. */
export const Table: Story = {};

/** One object, with a table in it. */
export const Fields: Story = {
  args: {
    object: {
      value: {
        shop: 'Bakery Lindner',
        date: '2026-03-14',
        items: [
          { name: 'Rye bread, 750 g', price: 3.9 },
          { name: 'Poppy seed roll', price: 1.1 },
        ],
        tags: ['breakfast', 'cash'],
        total: 5,
      },
      isPartial: false,
      problems: [],
    },
  },
};

/** The rest is still arriving. */
export const Arriving: Story = {
  args: {
    object: { value: [rows[0], { shop: 'Café am' }], isPartial: true, problems: [] },
    status: 'streaming',
  },
};

/** Fields are missing or of another type. */
export const NotMatching: Story = {
  args: {
    object: {
      value: [{ shop: 'Bakery Lindner', total: 'eleven' }],
      isPartial: false,
      problems: [
        { code: 'schema', path: '[0].date', message: 'is missing' },
        { code: 'schema', path: '[0].total', message: 'expected number, received string' },
      ],
    },
    text: '[{"shop": "Bakery Lindner", "total": "eleven"}]',
  },
};

/** Prose instead of JSON. */
export const NoObject: Story = {
  args: {
    object: {
      isPartial: false,
      problems: [
        { code: 'not-json', path: '', message: 'There is no complete JSON in this answer.' },
      ],
    },
    text: 'I cannot read these receipts. Could you send a **sharper** photo?',
  },
};

const receipts = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      shop: { type: 'string' },
      date: { type: 'string', format: 'date' },
      total: { type: 'number' },
      isPaid: { type: 'boolean' },
    },
    required: ['shop', 'date', 'total', 'isPaid'],
    additionalProperties: false,
  },
};

function ObjectChat(): ReactElement {
  const connection = useMemo(() => createDemoConnection({ delayMs: 50, tokensPerSecond: 200 }), []);
  return (
    <FullPage>
      <ImageChat connection={connection} responseSchema={receipts} className="st-fill" />
    </FullPage>
  );
}

/** The demo backend answers with an object that fits the schema: ask it anything. */
export const Live: Story = {
  render: () => <ObjectChat />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox'), 'Read the receipts.{Enter}');
    await canvas.findByRole('button', { name: 'Regenerate' }, { timeout: 30_000 });
    await expect(await canvas.findByRole('columnheader', { name: 'Is paid' })).toBeVisible();
  },
};
