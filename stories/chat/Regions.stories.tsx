import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useMemo } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoBackend } from '../../src/demo/index.js';
import { useImageChat } from '../../src/index.js';
import { createDemoConnection } from '../shared/demo-connection.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/regions.tsx?raw';
import { usage } from '../shared/docs.js';
import { regionForms } from '../shared/region-answers.js';
import { QuestionPage } from '../shared/QuestionPage.js';
import { fullPage } from '../shared/Sheet.js';

interface RegionsChatProps {
  /** How the model writes what it points out. */
  form: keyof typeof regionForms;
}

function RegionsChat({ form }: RegionsChatProps): ReactElement {
  const connection = useMemo(() => {
    const { model, write } = regionForms[form];
    return {
      ...createDemoConnection(),
      model,
      fetch: createDemoBackend({
        delayMs: 50,
        tokensPerSecond: 120,
        models: [model],
        reply: async ({ images: [image] }) =>
          image ? write(await createImageBitmap(image)) : undefined,
      }),
    };
  }, [form]);
  const chat = useImageChat({ connection });
  return <QuestionPage chat={chat} question="Where are the spheres?" />;
}

/**
 * An answer that points something out is drawn on the image that it is about: on its tile and in the large view. A name in the
 * answer, or in the list below it, makes its place stand out. The demo backend answers in the form of each model.
 */
const meta = {
  title: 'Chat/Where in the image',
  component: RegionsChat,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  argTypes: { form: { control: 'select', options: Object.keys(regionForms) } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Write a question' }));
    const send = await canvas.findByRole('button', { name: 'Send' });
    await waitFor(() => expect(send).toBeEnabled());
    await userEvent.click(send);
    await canvas.findByRole('button', { name: /in image 1$/ });
    await canvas.findByRole('button', { name: 'Regenerate' });
  },
} satisfies Meta<typeof RegionsChat>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Boxes in thousandths, y first, as Gemini writes them. */
export const Boxes: Story = { args: { form: 'Gemini: boxes' } };

/** Points in thousandths, y first. */
export const Points: Story = { args: { form: 'Gemini: points' } };

/** Boxes in thousandths, x first. */
export const BoxesOfQwen: Story = { name: 'Boxes of Qwen', args: { form: 'Qwen3-VL: boxes' } };

/** Points in percent, as tags in the text. */
export const PointsInTheText: Story = { args: { form: 'Molmo: points in the text' } };

/** Boxes as tokens, as PaliGemma writes them. */
export const Tokens: Story = { args: { form: 'PaliGemma: tokens' } };

/** Polygons in pixels, as GPT writes them. */
export const Polygons: Story = { args: { form: 'GPT: polygons in pixels' } };

/** What lies outside is clipped and says so; an image that is not there is named. */
export const WhatCannotBeDrawn: Story = { args: { form: 'Claude: what cannot be drawn' } };
