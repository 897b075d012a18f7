import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { AddMenu, Composer } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { sampleUrl } from '../shared/samples.js';
import { useSampleComposer } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/AddMenu.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

function ComposerWithMenu(): ReactElement {
  return (
    <div style={{ paddingBlockStart: 280 }}>
      <Composer composer={useSampleComposer()} />
    </div>
  );
}

/**
 * The + of the composer, with a menu of every source: files, folder, camera, screen, clipboard and URL. It shows only
 * what this browser can do, and its code loads shortly before it is opened.
 */
const meta = {
  title: 'Components/AddMenu',
  component: sampleOf(AddMenu, ComposerWithMenu),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof ComposerWithMenu>;
export default meta;

type Story = StoryObj<typeof meta>;

const open = async (canvasElement: HTMLElement) => {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole('button', { name: 'Add images' }));
  await expect(await canvas.findByRole('menu')).toBeVisible();
  return canvas;
};

/** Arrow keys move, a letter jumps to an item, and Escape closes the menu and restores the focus. */
export const Menu: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement);
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('menuitem', { name: 'Add from URL' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'Add images' })).toHaveFocus();
    await open(canvasElement);
  },
};

/** What the camera sees, and a shutter button. */
export const Camera: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement);
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Take a photo' }));
    await expect(await canvas.findByRole('button', { name: 'Take photo' })).toBeVisible();
  },
};

const refuse = (): Promise<never> =>
  Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));

/** The camera is refused: the dialog says why and what to do, and offers a file instead. */
export const CameraRefused: Story = {
  // A browser in which it was refused cannot be had in a story, so the answer of one is put in its place.
  beforeEach() {
    const { mediaDevices } = navigator;
    Object.defineProperty(mediaDevices, 'getUserMedia', { value: refuse, configurable: true });
    return () => Reflect.deleteProperty(mediaDevices, 'getUserMedia');
  },
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement);
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Take a photo' }));
    await expect(await canvas.findByText(/may not use the camera/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Choose a photo' })).toBeEnabled();
  },
};

/** An image by its URL. A URL without an image stays in the field, with the reason below it. */
export const WebAddress: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await open(canvasElement);
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Add from URL' }));
    const field = await canvas.findByRole('textbox', { name: 'URL of an image' });
    await userEvent.type(field, 'a cat{Enter}');
    await expect(await canvas.findByText(/not the URL of an image/)).toBeVisible();
  },
};

export const WebAddressTest: Story = {
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await WebAddress.play?.(context);
    const canvas = within(context.canvasElement);
    const field = canvas.getByRole('textbox', { name: 'URL of an image' });
    await userEvent.clear(field);
    await userEvent.type(field, `${new URL(sampleUrl('chart.png'), location.href).href}{Enter}`);
    await expect(await canvas.findByRole('listitem')).toBeVisible();
  },
};
