import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { createDemoBackend } from '../../../src/demo/index.js';
import {
  type Connection,
  KeyForm,
  type KeyFormProps,
  listModels,
  ModelPicker,
  useModels,
} from '../../../src/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

function Picker({
  connection,
  onModel,
}: {
  connection: Connection;
  onModel: (id: string) => void;
}) {
  const [model, setModel] = useState(connection.model);
  return (
    <ModelPicker
      {...useModels(connection)}
      value={model}
      onChange={(id) => {
        onModel(id);
        setModel(id);
      }}
    />
  );
}

const alertIn = (container: Element): string =>
  container.querySelector('[role=alert]')?.textContent ?? '';

const connectionTo = (fetch: typeof globalThis.fetch): Connection => ({
  baseUrl: `https://${crypto.randomUUID()}.example/v1`,
  wire: openaiChat,
  model: 'gpt-4o',
  maxRetries: 0,
  fetch,
});

test('a model is chosen by keyboard from the list of the server, which says what it sees', async () => {
  const onModel = vi.fn();
  const connection = connectionTo(createDemoBackend({ models: ['gpt-3.5-turbo', 'gpt-4o'] }));
  const screen = await render(<Picker connection={connection} onModel={onModel} />);
  const picker = screen.getByRole('combobox', { name: 'Model' });
  await expect.element(picker).toHaveAccessibleDescription('Sees images');
  await picker.click();
  await expect.element(screen.getByRole('option', { name: /gpt-3.5-turbo/ })).toBeVisible();
  await picker.fill('3.5');
  await expect.element(screen.getByRole('option', { name: /gpt-4o/ })).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect
    .element(screen.getByRole('option', { name: /gpt-3.5-turbo/ }))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onModel.mock.calls).toEqual([['gpt-3.5-turbo']]);
  await expect.element(picker).toHaveAccessibleDescription('Reads text only');

  await picker.fill('gpt');
  await userEvent.keyboard('{Escape}');
  await expect.element(picker).toHaveValue('gpt-3.5-turbo');
  await picker.fill('my-own');
  await screen.getByRole('option', { name: 'Use “my-own”' }).click();
  await expect.poll(() => onModel.mock.calls.at(-1)).toEqual(['my-own']);
});

test('without a list the id is typed, and the reason is said', async () => {
  const onModel = vi.fn();
  const connection = connectionTo(async () => new Response('{}', { status: 404 }));
  const screen = await render(<Picker connection={connection} onModel={onModel} />);
  await expect.poll(() => alertIn(screen.container)).toContain('could not be loaded');
  await screen.getByRole('combobox').fill('my-own');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => onModel.mock.calls).toEqual([['my-own']]);
});

function OwnKey(props: Partial<KeyFormProps> & Pick<KeyFormProps, 'onKey'>) {
  const [hasKey, setHasKey] = useState(false);
  return (
    <KeyForm
      {...props}
      hasKey={hasKey}
      onKey={(key, options) => {
        setHasKey(key !== undefined);
        props.onKey(key, options);
      }}
    />
  );
}

test('a key is masked, checked by a request, handed over once, and forgotten by the form', async () => {
  const onKey = vi.fn();
  const connection = connectionTo(async (input, init) => {
    const { headers } = new Request(input, init);
    return headers.get('authorization') === 'Bearer sk-right'
      ? Response.json({ data: [{ id: 'gpt-4o' }] })
      : Response.json({ error: { message: 'Incorrect API key provided.' } }, { status: 401 });
  });
  const check = (key: string, signal: AbortSignal) =>
    listModels({ ...connection, apiKey: () => key }, { signal });
  const screen = await render(<OwnKey check={check} onKey={onKey} />);
  const field = screen.getByLabelText('Key', { exact: true });
  await expect.element(field).toHaveAttribute('type', 'password');

  await field.fill('two words');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => alertIn(screen.container)).toContain('This is not a key');
  await field.fill('sk-wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => alertIn(screen.container)).toContain('key');
  expect(onKey).not.toHaveBeenCalled();

  await field.fill(' sk-right ');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onKey.mock.calls).toEqual([['sk-right', { remember: false }]]);
  await expect
    .poll(() => screen.getByRole('group', { name: 'Key' }).query()?.textContent)
    .toContain('Key in use');
  expect(screen.container.querySelector('input')).toBeNull();
  expect(screen.container.innerHTML).not.toContain('sk-right');

  const replace = screen.getByRole('button', { name: 'Replace' });
  await expect.element(replace).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveFocus();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(replace).toHaveFocus();
  await screen.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => onKey.mock.calls.at(-1)).toEqual([undefined, { remember: false }]);
  await expect.element(field).toHaveFocus();
});

test('a key that is used takes no more room than the field did, and the focus stays where the app puts it', async () => {
  const screen = await render(
    <>
      <div style={{ width: '19rem' }}>
        <OwnKey onKey={() => document.querySelector<HTMLElement>('#next')?.focus()} />
      </div>
      <input id="next" aria-label="Next" />
    </>,
  );
  const form = screen.container.querySelector('[data-ick-part=key-form]');
  const before = form?.getBoundingClientRect().height;
  await screen.getByLabelText('Key', { exact: true }).fill('sk-right');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('group', { name: 'Key' })).toBeVisible();
  expect(form?.getBoundingClientRect().height).toBe(before);
  await expect.element(screen.getByLabelText('Next')).toHaveFocus();
});
