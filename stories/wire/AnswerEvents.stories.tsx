import { useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { createDemoBackend } from '../../src/demo/index.js';
import { type ChatEvent, createTransport, type ServerEvent } from '../../src/index.js';
import { Code } from '../shared/Code.js';
import { onWideSheet } from '../shared/Sheet.js';
import { exampleConversation } from './example-conversation.js';
import { formats, type FormatExample } from './formats.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/wireFormat.ts?raw';
import { usage } from '../shared/docs.js';

const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 400 });

interface Exchange {
  serverEvents: readonly ServerEvent[];
  chatEvents: readonly ChatEvent[];
}

/** Sends by hand what `useImageChat` sends by itself, and reports both kinds of events. */
async function exchange(
  { wire, model, baseUrl }: FormatExample,
  onChange: (exchange: Exchange) => void,
): Promise<void> {
  const serverEvents: ServerEvent[] = [];
  const chatEvents: ChatEvent[] = [];
  const messages = await exampleConversation('bytes', ['low', 'low']);
  const { path, headers, body } = await wire.buildRequest(messages, { model });
  const transport = createTransport({ baseUrl, fetch: backend });
  const events = transport.stream({ path, headers, body }, { framing: wire.framing });
  async function* watched(): AsyncGenerator<ServerEvent> {
    for await (const event of events) {
      serverEvents.push(event);
      yield event;
    }
  }
  for await (const event of wire.readEvents(watched())) {
    chatEvents.push(event);
    onChange({ serverEvents: [...serverEvents], chatEvents: [...chatEvents] });
  }
}

function AnswerEvents({ format }: { format: string }): ReactElement {
  const [state, setState] = useState<Exchange>({ serverEvents: [], chatEvents: [] });
  const example = formats.find(({ wire }) => wire.name === format);
  const serverText = state.serverEvents
    .map(({ event, data }) => (event === 'message' ? data : `${event}: ${data}`))
    .join('\n');
  return (
    <>
      <button
        type="button"
        className="st-button"
        data-primary
        onClick={() => example && void exchange(example, setState)}
      >
        Ask the demo backend over {format}
      </button>
      <div className="st-grid">
        <section className="st-card" aria-label="From the server">
          <h2>{state.serverEvents.length} server events</h2>
          <Code label="Server events" text={serverText} />
        </section>
        <section className="st-card" aria-label="In the chat">
          <h2>{state.chatEvents.length} chat events</h2>
          <Code
            label="Chat events"
            text={state.chatEvents.map((event) => JSON.stringify(event)).join('\n')}
          />
        </section>
      </div>
    </>
  );
}

/**
 * The response: each format turns its server's events into the same few chat events, and ends with exactly one
 * `message-end` or `message-fail`, even if the stream breaks.
 */
const meta = {
  title: 'Wire/Answer events',
  component: AnswerEvents,
  decorators: [(Story, { args }) => <Story key={args.format} />, onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { format: 'openai-chat' },
  argTypes: {
    format: {
      control: 'select',
      options: formats.map(({ wire }) => wire.name).filter((name) => name !== 'openai-assistants'),
    },
  },
} satisfies Meta<typeof AnswerEvents>;
export default meta;

type Story = StoryObj<typeof meta>;

const ask: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button'));
  const events = within(canvas.getByRole('region', { name: 'Chat events' }));
  await expect(await events.findByText(/"message-end","reason":"complete"/)).toBeVisible();
};

/** Deltas of one choice. */
export const ChatCompletions: Story = { play: ask };

/** Named events, with blocks that start and stop. */
export const AnthropicMessages: Story = { args: { format: 'anthropic-messages' }, play: ask };

/** Lines of JSON. */
export const Ollama: Story = { args: { format: 'ollama-chat' }, play: ask };
