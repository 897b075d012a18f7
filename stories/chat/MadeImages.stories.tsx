import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useMemo } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import type { AnswerStatus, ChatEntry } from '../../src/chat/types.js';
import { drawPng } from '../../src/demo/core/draw-png.js';
import { createDemoBackend } from '../../src/demo/index.js';
import { ImageChat, KitRoot, MessageList } from '../../src/index.js';
import type { ImagePart, MessagePart } from '../../src/messages/types.js';
import { openaiImages } from '../../src/wire/openai-images/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import { answer, question } from '../components/samples/entries.js';
import { useSampleChat } from '../components/samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/openaiImages.tsx?raw';
import { usage } from '../shared/docs.js';
import { fullPage, FullPage } from '../shared/Sheet.js';

const size = { width: 1024, height: 1536 };

function drawn(blockPx: number): { kind: 'bytes'; bytes: Blob } {
  const bytes = new Uint8Array(drawPng(160, 240, blockPx));
  return { kind: 'bytes', bytes: new Blob([bytes], { type: 'image/png' }) };
}

function image(blockPx: number, more: Partial<ImagePart> = {}): ImagePart {
  return {
    type: 'image',
    id: 'made',
    mediaType: 'image/png',
    detail: 'auto',
    data: drawn(blockPx),
    ...size,
    ...more,
  };
}

function entriesWith(part: MessagePart, status: AnswerStatus): ChatEntry[] {
  const { message, ...entry } = answer('a', '', { status });
  return [
    question('q', 'Draw hills in the evening.'),
    { ...entry, message: { ...message, parts: [part] } },
  ];
}

function SampleList({ part, status }: { part: MessagePart; status: AnswerStatus }): ReactElement {
  const chat = useSampleChat(useMemo(() => entriesWith(part, status), [part, status]));
  return (
    <KitRoot style={{ height: '100vh', display: 'flex', background: 'var(--ick-color-bg)' }}>
      <MessageList chat={chat} />
    </KitRoot>
  );
}

/**
 * An image that the model makes: its place in its shape, previews as they come, and the finished image in the same place. It can
 * be copied, saved, used in the next question and marked up.
 */
const meta = {
  title: 'Chat/Images being made',
  component: SampleList,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  args: {
    part: { type: 'image-progress', id: 'made', state: 'making', ...size },
    status: 'streaming',
  },
} satisfies Meta<typeof SampleList>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Nothing of it has arrived. */
export const Begun: Story = {};

/** A preview has arrived. */
export const Preview: Story = {
  args: {
    part: { type: 'image-progress', id: 'made', state: 'making', preview: drawn(20), ...size },
  },
};

/** The answer is complete. */
export const Finished: Story = { args: { part: image(1), status: 'complete' } };

/** It was stopped: the last preview stays. */
export const Stopped: Story = {
  args: { part: image(20, { isUnfinished: true }), status: 'stopped' },
};

/** The answer ended without it. */
export const NotMade: Story = {
  args: {
    part: { type: 'image-progress', id: 'made', state: 'unfinished', ...size },
    status: 'complete',
  },
};

/** Its data cannot be read. */
export const Damaged: Story = {
  args: {
    part: image(1, { data: { kind: 'url', url: 'data:image/png;base64,%%%' } }),
    status: 'complete',
  },
};

function MakingChat(): ReactElement {
  const connection = useMemo(
    () => ({
      wire: openaiResponses,
      baseUrl: 'https://demo.invalid/v1',
      model: 'gpt-5.6-terra',
      fetch: createDemoBackend({ delayMs: 50 }),
      options: {
        extraBody: { tools: [{ type: 'image_generation', size: '1536x1024', partial_images: 3 }] },
      },
    }),
    [],
  );
  return (
    <FullPage>
      <ImageChat connection={connection} className="st-fill" />
    </FullPage>
  );
}

/** The demo backend makes one: ask it anything. */
export const Live: Story = {
  render: () => <MakingChat />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox'), 'Draw hills in the evening.{Enter}');
    await expect(await canvas.findByRole('img', { name: 'Image 1' })).toBeVisible();
  },
};

function EndpointChat(): ReactElement {
  const connection = useMemo(
    () => ({
      wire: openaiImages,
      baseUrl: 'https://demo.invalid/v1',
      model: 'gpt-image-2.5-flare',
      fetch: createDemoBackend({ delayMs: 50 }),
      options: { madeImages: { size: '1536x1024', previews: 3 } as const },
    }),
    [],
  );
  return (
    <FullPage>
      <ImageChat connection={connection} className="st-fill" />
    </FullPage>
  );
}

/** A model that only makes images. Ask twice: the second question edits the image of the first. */
export const Endpoint: Story = {
  render: () => <EndpointChat />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox'), 'Hills in the evening.{Enter}');
    await expect(await canvas.findByRole('img', { name: 'Image 1' })).toBeVisible();
  },
};
