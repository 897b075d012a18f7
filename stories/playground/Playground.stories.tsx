import type { Meta, StoryObj } from '@storybook/react-vite';
import { Playground as PlaygroundPage } from './Playground.js';

const meta = {
  title: 'Playground',
  component: PlaygroundPage,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof PlaygroundPage>;
export default meta;

/** Everything at once, on the embedded demo backend. */
export const Playground: StoryObj<typeof meta> = {};
