import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { createDemoBackend, demoFaults } from '../../src/demo/index.js';
import { collectImages, type Connection, ImageChatView, useImageChat } from '../../src/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadSample } from '../shared/samples.js';
import { FullPage, fullPage } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/faults.tsx?raw';
import { usage } from '../shared/docs.js';

const QUESTION = 'What did the bun cost?';

function FailingChat({ fault: firstFault }: { fault: string }): ReactElement {
  const [fault, setFault] = useState(firstFault);
  return (
    <FullPage>
      <div className="st-bar-top">
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
      </div>
      <AskingChat key={fault} fault={fault} />
    </FullPage>
  );
}

/** A chat that has just asked about an image. */
function AskingChat({ fault }: { fault: string }): ReactElement {
  const [connection] = useState((): Connection => ({
    ...createDemoConnection(),
    fetch: createDemoBackend({ fault, delayMs: 50, tokensPerSecond: 120 }),
    firstByteTimeoutMs: 3000,
    stallTimeoutMs: 3000,
    maxRetries: 1,
  }));
  const chat = useImageChat({ connection });
  const { queue, setText, canSend, submit } = chat.composer;
  const { addSources } = queue;
  useEffect(() => {
    setText(QUESTION);
    void loadSample('receipt-cafe.png')
      .then((file) => collectImages([file], { from: 'code' }))
      .then(({ images }) => addSources(images));
  }, [setText, addSources]);
  const isReady = canSend && queue.totals.ready === 1;
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isReady || isAsked.current) return;
    isAsked.current = true;
    void submit();
  }, [isReady, submit]);
  return <ImageChatView chat={chat} className="st-fill" />;
}

/**
 * Every failure of the demo backend: choose one, and a question is asked that fails so. Each failure is explained in plain
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

/** The key is refused; the question stays in the composer. */
export const KeyRefused: Story = {
  args: { fault: '401' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect((await canvas.findAllByText(/did not accept the key/))[0]).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('textbox')).toHaveValue(QUESTION));
  },
};

/** The answer stops in the middle. The part that arrived is kept, and marked. */
export const AnswerCutShort: Story = {
  args: { fault: 'truncated' },
  play: async ({ canvasElement }) => {
    await expect(
      (await within(canvasElement).findAllByText(/cut off|incomplete/i))[0],
    ).toBeVisible();
  },
};

/** Too many requests: the notice says when to try again. */
export const RateLimited: Story = { args: { fault: '429-retry-after-3600' } };

/** Too many requests for a moment: the request is retried automatically, with a countdown and Try now. */
export const AskedToWait: Story = {
  args: { fault: '429-retry-after-20' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Try now' })).toBeVisible();
    await expect(canvas.getAllByText(/Trying again in/)[0]).toBeVisible();
  },
};

/** The request is larger than a server on the way accepts. */
export const TooLarge: Story = { args: { fault: '413-html' } };

/** A sign-in page arrives instead of an answer. */
export const SomeWebPage: Story = { args: { fault: 'html-200' } };

/** The connection breaks before anything arrives. */
export const NoConnection: Story = { args: { fault: 'reset-before-head' } };

/** The server falls silent in the middle of an answer. */
export const Silence: Story = { args: { fault: 'stall-mid-stream' } };
