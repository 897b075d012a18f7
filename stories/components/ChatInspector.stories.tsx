import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ChatInspector, useTraces } from '../../src/devtools.js';
import { collectImages, useImageChat, type UseImageChatOptions } from '../../src/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { sampleOf, usage } from '../shared/docs.js';
import { loadSample } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ChatInspector.tsx?raw';

const questions = ['What is this?', 'And what is behind it?'];

function SampleInspector({ older }: { older: 'placeholder' | 'low' }): ReactElement {
  const [connection] = useState(() => ({
    ...createDemoConnection({ delayMs: 0, tokensPerSecond: 0 }),
    price: { inputPerMillion: 2, outputPerMillion: 8 },
  }));
  const [imageHistory] = useState<UseImageChatOptions['imageHistory']>({ keepTurns: 1, older });
  const traces = useTraces();
  const chat = useImageChat({
    connection,
    onTrace: traces.onTrace,
    ...(imageHistory && { imageHistory }),
  });
  const { queue, submit, setText, text } = chat.composer;
  const asked = chat.entries.filter(({ message }) => message.role === 'user').length;
  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    void (async () => {
      const sample = await loadSample('tower-stored-sideways.jpg', 'tower.jpg');
      queue.addSources((await collectImages([sample], { from: 'code' })).images);
    })();
  }, [queue]);
  const isReady = queue.items.length > 0 && !queue.isPreparing;
  useEffect(() => {
    if (chat.status !== 'ready' || asked >= questions.length) return;
    if (asked === 0 && !isReady) return;
    if (text === questions[asked]) void submit();
    else setText(questions[asked] ?? '');
  }, [chat.status, asked, isReady, text, setText, submit]);
  const isDone = asked === questions.length && chat.status === 'ready';
  // As wide as a rail beside a chat, and there once it has something to show.
  return (
    <div hidden={!isDone} style={{ inlineSize: '100%', maxInlineSize: '22.5rem' }}>
      <ChatInspector chat={chat} traces={traces} />
    </div>
  );
}

/**
 * For developers: what becomes of each image, and what goes over the wire. Two questions are asked automatically; with the
 * second, the image of the first is dropped.
 */
const meta = {
  title: 'Components/ChatInspector',
  component: sampleOf(ChatInspector, SampleInspector),
  parameters: { docs: { source: usage(source) } },
  decorators: [(Story, { args }) => <Story key={args.older} />, onSheet],
  argTypes: { older: { control: 'inline-radio', options: ['placeholder', 'low'] } },
} satisfies Meta<typeof SampleInspector>;
export default meta;

type Story = StoryObj<typeof meta>;

async function openRequest(canvasElement: HTMLElement): Promise<ReturnType<typeof within>> {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByText('Request body'));
  await waitFor(async () => {
    await expect(canvas.getByText(/estimated [\d,]+, used [\d,]+ \([+−]\d+ %\)/)).toBeVisible();
  });
  return canvas;
}

/** A line of text replaces the image. */
export const LeftOut: Story = {
  args: { older: 'placeholder' },
  async play({ canvasElement }) {
    const canvas = await openRequest(canvasElement);
    await waitFor(() => expect(canvas.getByText(/^1 left out, \d+ kB saved$/)).toBeVisible());
    await expect(canvas.getByText(/^\$0\.00\d+$/)).toBeVisible();
  },
};

/** The image of the first question, which the second request repeats smaller and at low detail. */
export const MadeSmaller: Story = {
  args: { older: 'low' },
  async play({ canvasElement }) {
    const canvas = await openRequest(canvasElement);
    await waitFor(() => expect(canvas.getByText(/^1 made smaller, \d+ kB saved$/)).toBeVisible());
  },
};
