import { useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { ConnectionMenu } from './ConnectionMenu.js';
import { choices, connectionOf, formOf } from './connections.js';
import { Sheet } from '../shared/Sheet.js';
import './playground.css';

function Menu({ choice }: { choice: string }): ReactElement {
  const [form, setForm] = useState(() =>
    formOf(choices.find(({ id }) => id === choice) ?? choices[0]),
  );
  const { wire, baseUrl, model } = connectionOf(form);
  return (
    <Sheet>
      <ConnectionMenu
        form={form}
        onChoose={(chosen) => setForm(formOf(chosen))}
        onChange={setForm}
        onKey={(key) => setForm({ ...form, key })}
      />
      <output className="pg-hint">
        {wire.name} at {baseUrl}, {model}, {form.key ? 'with a key' : 'without a key'}
      </output>
    </Sheet>
  );
}

/** Chooses where questions are sent: the demo backend, a provider with the user's own key, or the user's own server. */
const meta = {
  title: 'Playground/Connection form',
  component: Menu,
  decorators: [(Story, { args }) => <Story key={args.choice} />],
  argTypes: { choice: { control: 'select', options: choices.map(({ id }) => id) } },
} satisfies Meta<typeof Menu>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The demo backend needs no key. */
export const Demo: Story = { args: { choice: 'demo' } };
/** OpenAI, with the user's own key. */
export const OpenAI: Story = { name: 'OpenAI', args: { choice: 'openai' } };
/** Anthropic, with the user's own key. */
export const Anthropic: Story = { args: { choice: 'anthropic' } };
/** Gemini, with the user's own key. */
export const Gemini: Story = { args: { choice: 'gemini' } };
/** Ollama on this machine, without a key. */
export const Ollama: Story = { args: { choice: 'ollama' } };

/** The key is masked while it is typed, and forgotten with the page. */
export const Custom: Story = {
  args: { choice: 'custom' },
};

export const CustomTest: Story = {
  ...Custom,
  tags: ['!dev', '!autodocs'],
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const url = canvas.getByLabelText('Base URL');
    await userEvent.clear(url);
    await userEvent.type(url, 'http://localhost:1234/v1');
    await userEvent.selectOptions(canvas.getByLabelText('Format'), 'openai-responses');
    await userEvent.type(canvas.getByLabelText('Key'), 'a-key{Enter}');
    await expect(await canvas.findByRole('group', { name: 'Key' })).toHaveTextContent('Key in use');
    await expect(canvas.getByText(/^openai-responses at/)).toHaveTextContent(
      'openai-responses at http://localhost:1234/v1, my-vision-model, with a key',
    );
    await userEvent.click(canvas.getByRole('radio', { name: 'Anthropic' }));
    await expect(canvas.getByText(/^anthropic-messages at/)).toHaveTextContent(
      'anthropic-messages at https://api.anthropic.com, claude-sonnet-5, without a key',
    );
  },
};
