import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ImageTray, KitRoot, type KitRootProps, useImageQueue } from '../../src/index.js';
import { QueueMarkup } from '../../src/markup.js';
import { arabicWords } from '../../src/components/words/arabic/index.js';
import { loadSample, type SampleFile } from '../shared/samples.js';
import { fullPage } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/QueueMarkup.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

interface SampleMarkupProps extends Pick<KitRootProps, 'theme' | 'words' | 'dir'> {
  sample: SampleFile;
}

/** A tray whose image can be marked up, and what it has become. */
function SampleMarkup({ sample, ...root }: SampleMarkupProps): ReactElement {
  const queue = useImageQueue({ model: 'gpt-4o' });
  const [openId, setOpenId] = useState<string>();
  const { add } = queue;
  const isFilled = useRef(false);
  useEffect(() => {
    if (isFilled.current) return;
    isFilled.current = true;
    void loadSample(sample).then((file) => add([{ file, name: file.name }]));
  }, [add, sample]);
  return (
    <KitRoot {...root} style={{ padding: 24, minHeight: 480 }}>
      <ImageTray queue={queue} onEdit={setOpenId} />
      <QueueMarkup queue={queue} openId={openId} onClose={() => setOpenId(undefined)} />
      {queue.items.map(({ id, legend, prepared }) => (
        <p key={id} style={{ whiteSpace: 'pre-line' }}>
          {prepared && `${prepared.source.width} × ${prepared.source.height}`}
          {legend !== undefined && `\n${legend}`}
        </p>
      ))}
    </KitRoot>
  );
}

/**
 * Crop, rotate, flip, pen, arrow, numbered boxes, text and redactions, before an image is sent. A redaction destroys the
 * pixels in the file that replaces the image. The texts of the boxes are sent along as text. The pencil on a tile opens
 * the editor, whose code loads then.
 *
 * With the keyboard alone: choose a tool, press "Add", move with the arrow keys, resize with Shift and the arrow
 * keys, select the next mark with Page Down, and use Delete, Ctrl+Z, Enter when done and Escape to close.
 */
const meta = {
  title: 'Components/Markup',
  component: sampleOf(QueueMarkup, SampleMarkup),
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  args: { sample: 'still-life.jpg' },
} satisfies Meta<typeof SampleMarkup>;
export default meta;

type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const open: Play = async ({ canvasElement }) => {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('button', { name: /^(Mark up|تعديل)/ }));
  await expect(await canvas.findByRole('application')).toBeVisible();
};

/** Without the ring of the image, which is for those who opened it by key. */
const openByPointer: Play = async (context) => {
  await open(context);
  (document.activeElement as HTMLElement).blur();
};

/** Draw on it: a line with the pen is the first thing a pointer does. */
export const Opened: Story = { play: openByPointer };

/** Two boxes with texts, made without a pointer. Their legend is shown with the image. */
export const ByKeyboard: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await open(context);
    const canvas = within(context.canvasElement);
    canvas.getByRole('radio', { name: 'Pen' }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: 'Box' })).toBeChecked();
    canvas.getByRole('button', { name: 'Add box' }).focus();
    await userEvent.keyboard('{Enter}{ArrowLeft}{ArrowLeft}{Shift>}{ArrowRight}{/Shift}');
    await userEvent.type(canvas.getByRole('textbox'), 'the lemon');
    await userEvent.keyboard('{Enter}{Enter}');
    await expect(await canvas.findByText(/1: the lemon/)).toBeVisible();
  },
};

/** Handles, fixed aspect ratios, quarter turns and mirroring. */
export const Cropping: Story = {
  play: async (context) => {
    await open(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('radio', { name: 'Crop' }));
    await userEvent.click(canvas.getByRole('radio', { name: '1:1' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Turn right' }));
  },
};

export const CroppingTest: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await Cropping.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(canvas.getByText(/^(\d+) × \1$/)).toBeVisible());
  },
};

/** Escape asks before work is lost. */
export const Unsaved: Story = {
  play: async (context) => {
    await open(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('radio', { name: 'Redact' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Add redaction' }));
    await userEvent.keyboard('{Escape}');
    await expect(await canvas.findByRole('alertdialog')).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Keep editing' })).toHaveFocus());
  },
};

/** The editor from right to left. The image is not mirrored. */
export const RightToLeft: Story = {
  args: { dir: 'rtl', words: arabicWords, sample: 'receipt.png' },
  play: openByPointer,
};
