import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import {
  assembleMessages,
  prepareImage,
  toImagePart,
  type ChatMessage,
  type ImageDetail,
  type ImagePart,
} from '../../src/core.js';
import { Code } from '../shared/Code.js';
import { readable } from '../shared/readable.js';
import { loadSample } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/assembleMessages.ts?raw';
import { usage } from '../shared/docs.js';

interface AssembleArgs {
  text: string;
  system: string;
  /** Puts "Image 1:" before each image. */
  labels: boolean;
  /** Writes alternative texts into the labels. */
  altTexts: boolean;
  firstDetail: ImageDetail;
  secondDetail: ImageDetail;
  hasHistory: boolean;
}

const history: readonly ChatMessage[] = [
  { id: 'q1', role: 'user', parts: [{ type: 'text', text: 'I will send you two images.' }] },
  { id: 'a1', role: 'assistant', parts: [{ type: 'text', text: 'I am looking forward to them.' }] },
];

const example = [
  { file: 'still-life.jpg', alt: 'fruit on a table' },
  { file: 'receipt.png', alt: 'a receipt' },
] as const;

async function makeParts(): Promise<ImagePart[]> {
  return Promise.all(
    example.map(async ({ file, alt }) => {
      const prepared = await prepareImage(await loadSample(file), { model: 'gpt-5.6-terra' });
      return toImagePart(prepared, { id: file, name: file, alt });
    }),
  );
}

function Assembled(args: AssembleArgs): ReactElement {
  const { firstDetail, secondDetail, hasHistory, ...input } = args;
  const [parts, setParts] = useState<readonly ImagePart[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void makeParts().then((made) => isCurrent && setParts(made));
    return () => {
      isCurrent = false;
    };
  }, []);
  const images = parts.map((part, index) => ({
    ...part,
    detail: index === 0 ? firstDetail : secondDetail,
  }));
  const messages = assembleMessages({
    ...input,
    images,
    ...(hasHistory && { history }),
    createId: () => 'new',
  });
  return <Code label="The messages" text={readable(messages)} copy={() => readable(messages)} />;
}

/**
 * `assembleMessages` puts images, text and history into one array of neutral messages: images first, in the user's
 * order, each with its own `detail`. Every wire format starts from it, and none of it is base64.
 */
const meta = {
  title: 'Messages/Assemble',
  component: Assembled,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    text: 'What do these cost together?',
    system: '',
    labels: false,
    altTexts: false,
    firstDetail: 'low',
    secondDetail: 'high',
    hasHistory: false,
  },
  argTypes: {
    firstDetail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    secondDetail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
  },
} satisfies Meta<typeof Assembled>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Two images and a question. */
export const TwoImages: Story = {};

/** "Image 1:" before each image, so that the model can refer to them as users do. */
export const WithLabels: Story = {
  args: { labels: true, altTexts: true },
  play: async ({ canvasElement }) => {
    const text = await within(canvasElement).findByText(/Image 2: a receipt/);
    await expect(text).toBeVisible();
  },
};

/** After earlier messages and the app's own instructions. */
export const InAConversation: Story = {
  args: { hasHistory: true, system: 'Answer in one sentence.' },
};
