import { useMemo, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoBackend, demoFaults } from '../../src/demo/index.js';
import { type Connection, useImageChat } from '../../src/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { QuestionPage } from '../shared/QuestionPage.js';
import { fullPage } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/faults.tsx?raw';
import { usage } from '../shared/docs.js';

function FailingChat({ fault: firstFault }: { fault: string }): ReactElement {
  const [fault, setFault] = useState(firstFault);
  const connection = useMemo(
    (): Connection => ({
      ...createDemoConnection(),
      fetch: createDemoBackend({ fault, delayMs: 50, tokensPerSecond: 120 }),
      firstByteTimeoutMs: 3000,
      stallTimeoutMs: 3000,
      maxRetries: 1,
    }),
    [fault],
  );
  const chat = useImageChat({ connection });
  return (
    <QuestionPage chat={chat} question="What is on the table?">
      <label className="st-field">
        What goes wrong
        <select value={fault} onChange={(event) => setFault(event.target.value)}>
          <option value="">nothing</option>
          {demoFaults.map(({ name, what }) => (
            <option key={name} value={name}>
              {name}: {what}
            </option>
          ))}
        </select>
      </label>
    </QuestionPage>
  );
}

/**
 * Every failure of the demo backend: choose one, write a question and send it. Each failure is explained in plain
 * words, and the text and images stay, ready for another try.
 */
const meta = {
  title: 'Chat/When it fails',
  component: FailingChat,
  decorators: [(Story, { args }) => <Story key={args.fault} />],
  parameters: {
    ...fullPage,
    docs: { story: { ...fullPage.docs.story, height: '26rem' }, source: usage(source) },
  },
  argTypes: { fault: { control: 'select', options: demoFaults.map(({ name }) => name) } },
} satisfies Meta<typeof FailingChat>;
export default meta;

type Story = StoryObj<typeof meta>;

const ask: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: 'Write a question' }));
  const send = await canvas.findByRole('button', { name: 'Send' });
  await waitFor(() => expect(send).toBeEnabled());
  await userEvent.click(send);
};

/** The key is refused; the question stays in the composer. */
export const KeyRefused: Story = {
  args: { fault: '401' },
  play: async (context) => {
    await ask(context);
    const canvas = within(context.canvasElement);
    await expect((await canvas.findAllByText(/key/i))[0]).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveValue('What is on the table?');
  },
};

/** The answer stops in the middle. The part that arrived is kept, and marked. */
export const AnswerCutShort: Story = {
  args: { fault: 'truncated' },
  play: async (context) => {
    await ask(context);
    await expect(
      (await within(context.canvasElement).findAllByText(/cut off|incomplete/i))[0],
    ).toBeVisible();
  },
};

/** Too many requests: the notice says when to try again. */
export const RateLimited: Story = { args: { fault: '429-retry-after-3600' }, play: ask };

/** Too many requests for a moment: the request is retried automatically, with a countdown and Try now. */
export const AskedToWait: Story = {
  args: { fault: '429-retry-after-20' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'Are you there?{Enter}');
    await expect(await canvas.findByRole('button', { name: 'Try now' })).toBeVisible();
    await expect(canvas.getAllByText(/Trying again in/)[0]).toBeVisible();
  },
};

/** The request is larger than a server on the way accepts. */
export const TooLarge: Story = { args: { fault: '413-html' }, play: ask };

/** A sign-in page arrives instead of an answer. */
export const SomeWebPage: Story = { args: { fault: 'html-200' }, play: ask };

/** The connection breaks before anything arrives. */
export const NoConnection: Story = { args: { fault: 'reset-before-head' }, play: ask };

/** The server falls silent in the middle of an answer. */
export const Silence: Story = { args: { fault: 'stall-mid-stream' }, play: ask };
