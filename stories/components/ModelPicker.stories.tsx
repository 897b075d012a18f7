import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { KitError, ModelPicker, type ModelPickerProps } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ModelPicker.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

function OwnPicker(props: Partial<ModelPickerProps>): ReactElement {
  const [model, setModel] = useState(props.value ?? 'gpt-4o');
  return (
    <div style={{ maxInlineSize: '24rem', marginBlockEnd: '20rem' }}>
      <ModelPicker {...props} value={model} onChange={setModel} />
    </div>
  );
}

/**
 * The models of a server, each with whether it sees images. Typing narrows the list; an id that is not in it can be used as
 * well. It shows what `useModels` returns, or a list of the app's own.
 */
const meta = {
  title: 'Components/ModelPicker',
  component: sampleOf(ModelPicker, OwnPicker),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    models: [
      { id: 'gpt-3.5-turbo', vision: false, visionFrom: 'table' },
      { id: 'gpt-4o', vision: true, visionFrom: 'table' },
      { id: 'gpt-5.6-terra', vision: true, visionFrom: 'table' },
      { id: 'local-llama', vision: undefined, visionFrom: 'table' },
    ],
  },
} satisfies Meta<typeof OwnPicker>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Closed, it says whether the model in use sees images. */
export const Closed: Story = {};

/** Arrow keys walk the list, Enter chooses, Escape closes. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('combobox', { name: 'Model' }));
    await expect(await canvas.findAllByRole('option')).toHaveLength(4);
  },
};

/** The server has no list: the id is typed. */
export const WithoutAList: Story = {
  args: {
    models: [],
    value: '',
    error: new KitError('bad-response', { message: 'The server answered, but not with a list.' }),
    refetch: () => {},
  },
};
