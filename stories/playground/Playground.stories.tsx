import type { Meta, StoryObj } from '@storybook/react-vite';
import { Playground as PlaygroundPage } from './Playground.js';

/** The whole chat on the left, and every step of an image and of a request next to it. */
const meta = {
  title: 'Playground',
  component: PlaygroundPage,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof PlaygroundPage>;
export default meta;

/** Everything together, on the embedded demo backend. */
export const Playground: StoryObj<typeof meta> = {};
