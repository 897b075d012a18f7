import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useMemo } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { ImageChatView, useImageChat } from '../../src/index.js';
import { toneWav } from '../../test/helpers/make-audio.js';
import { createDemoConnection } from '../shared/demo-connection.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/acceptFiles.tsx?raw';
import { usage } from '../shared/docs.js';
import { FullPage, fullPage } from '../shared/Sheet.js';
import { paste } from '../shared/transfer.js';

const prices = new File(['%PDF-1.7 Rye bread 2.40'], 'prices.pdf', { type: 'application/pdf' });
const voice = new File([toneWav()], 'voice.wav', { type: 'audio/wav' });
const notes = new File(['# Notes'], 'notes.md', { type: 'text/markdown' });

function ChatWithFiles(): ReactElement {
  const connection = useMemo(() => createDemoConnection(), []);
  const chat = useImageChat({ connection, acceptFiles: ['application/pdf', 'text/*', 'audio/*'] });
  const attach = (): void =>
    chat.composer.files?.add([
      { file: prices, mediaType: 'application/pdf' },
      { file: notes, mediaType: 'text/markdown' },
    ]);
  const attachVoice = (): void =>
    chat.composer.files?.add([{ file: voice, mediaType: 'audio/wav' }]);
  return (
    <FullPage>
      <div className="st-bar-top">
        <button type="button" className="st-button" onClick={attach}>
          Attach two files
        </button>
        <button type="button" className="st-button" onClick={attachVoice}>
          Attach a recording
        </button>
      </div>
      <ImageChatView chat={chat} className="st-fill" />
    </FullPage>
  );
}

/**
 * With `acceptFiles`, the composer also takes PDFs, texts and recordings, by drop, paste and the file dialog. They are sent
 * as they are, if the wire format has a place for them; texts are sent as words. A long paste becomes such a text, too.
 */
const meta = {
  title: 'Chat/Attached files',
  component: ChatWithFiles,
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
} satisfies Meta<typeof ChatWithFiles>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A chip for each file, with its size and a button that removes it. */
export const InTheComposer: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Attach two files' }));
    await expect(await canvas.findByRole('button', { name: 'Remove prices.pdf' })).toBeVisible();
    await expect(canvas.getByText('notes.md')).toBeVisible();
  },
};

/** A recording has the player of the browser, here and in the message. */
export const Recording: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Attach a recording' }));
    await expect(await canvas.findByLabelText('voice.wav')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Remove voice.wav' })).toBeVisible();
  },
};

/** A long text that is pasted leaves the input free. A press on its chip shows the text, which can be put into the message. */
export const LongPaste: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const text = 'Rye bread 2.40\n'.repeat(312);
    paste(await canvas.findByRole('textbox', { name: 'Message' }), { text });
    await userEvent.click(await canvas.findByRole('button', { name: 'Pasted text, 312 lines' }));
    await expect(await canvas.findByRole('button', { name: 'Put into the message' })).toBeVisible();
  },
};
