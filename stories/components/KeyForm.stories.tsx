import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { KeyForm, type KeyFormProps, KitError } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/KeyForm.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

function OwnForm(props: Partial<KeyFormProps>): ReactElement {
  const [hasKey, setHasKey] = useState(props.hasKey ?? false);
  return (
    <div style={{ maxInlineSize: '32rem' }}>
      <KeyForm {...props} hasKey={hasKey} onKey={(key) => setHasKey(key !== undefined)} />
    </div>
  );
}

/** A masked field for the user's own key. The key goes to the app once it is checked, and the form forgets it. */
const meta = {
  title: 'Components/KeyForm',
  component: sampleOf(KeyForm, OwnForm),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { host: 'api.provider.example' },
} satisfies Meta<typeof OwnForm>;
export default meta;

type Story = StoryObj<typeof meta>;

/** No key yet. */
export const Empty: Story = {};

/** A key can be replaced and removed. It is never shown again. */
export const InUse: Story = { args: { hasKey: true, offersToRemember: true } };

/** The server does not take the key: the reason is said below the field. */
export const Refused: Story = {
  args: {
    check: async () => {
      throw new KitError('key-refused', { message: 'The key was not accepted.' });
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('Key'), 'sk-wrong{Enter}');
    await expect(await canvas.findByRole('alert')).not.toBeEmptyDOMElement();
  },
};
