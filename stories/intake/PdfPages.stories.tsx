import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { makePdf, numberedPages, pdfFile } from '../../test/fixtures/pdf/make-pdf.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';
import { dropOnChat } from '../shared/transfer.js';
import { ImageChat } from '../../src/index.js';
import { pdfPages } from '../../src/pdf/index.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/pdfPages.tsx?raw';

const connection = createDemoConnection();
const intake = { fileSources: [pdfPages({ textAsAlt: true })] };
const report = pdfFile(makePdf(numberedPages(40)));

/**
 * A PDF opens a dialog with its pages. Those that are chosen become images in exactly the size that the model uses, drawn
 * from their vectors, and are drawn again for another model or detail.
 */
const meta = {
  title: 'Chat/PDF pages',
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  render: (): ReactElement => (
    <div style={{ height: '100vh' }}>
      <ImageChat connection={connection} intake={intake} />
    </div>
  ),
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const choose: Story['play'] = async ({ canvasElement }) => {
  await dropOnChat(canvasElement, [report]);
  const canvas = within(canvasElement);
  const field = await canvas.findByRole('textbox', { name: 'Pages' });
  await userEvent.type(field, '1-3, 7');
};

/** Forty pages, of which those in view have been drawn. */
export const Choosing: Story = { play: choose };

/** Four pages in the tray, each with the text of its page as alternative text. */
export const Chosen: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await choose(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add 4 images' }));
    await expect(
      await canvas.findByRole('listitem', { name: /report\.pdf, page 7/ }),
    ).toBeVisible();
  },
};

/** A PDF that is protected. Its password is `secret`. */
export const Password: Story = {
  play: async ({ canvasElement }) => {
    await dropOnChat(canvasElement, [pdfFile(makePdf(numberedPages(2), { password: 'secret' }))]);
    await within(canvasElement).findByLabelText('Password');
  },
};
