import { useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { findRules, listKnownModels } from '../../src/index.js';
import { Code } from '../shared/Code.js';
import { Facts } from '../shared/Facts.js';
import { readable } from '../shared/readable.js';
import { onWideSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/findRules.ts?raw';
import { usage } from '../shared/docs.js';

function RulesCard({
  model: firstModel,
  baseUrl,
}: {
  model: string;
  baseUrl?: string;
}): ReactElement {
  const [model, setModel] = useState(firstModel);
  const rules = findRules(model, baseUrl === undefined ? {} : { baseUrl });
  return (
    <>
      <label className="st-field">
        Model id, as a router, a cloud or a date would write it
        <input
          list="known-models"
          value={model}
          spellCheck={false}
          onChange={(event) => setModel(event.target.value)}
        />
      </label>
      <datalist id="known-models">
        {listKnownModels().map(({ id }) => (
          <option key={id}>{id}</option>
        ))}
      </datalist>
      <div className="st-grid">
        <section className="st-card" aria-label="In short">
          <h2>{rules.family}</h2>
          <Facts
            rows={[
              ['Provider', rules.provider],
              ['Can see', rules.vision ? 'yes' : 'no, it reads text only'],
              ['Takes', rules.acceptedMediaTypes.join(', ')],
              ['Links', rules.links === false ? 'not fetched' : 'fetched by the endpoint'],
              ['Its auto is', rules.autoDetail],
              ['Checked', rules.source.checked],
              ['Source', rules.source.page],
            ]}
          />
          {rules.warning !== undefined && (
            <p>
              <span className="st-tag" data-tone="warn">
                warning
              </span>{' '}
              {rules.warning}
            </p>
          )}
        </section>
        <Code label="The rules" text={readable(rules)} copy={() => readable(rules)} />
      </div>
    </>
  );
}

/**
 * `findRules` returns everything known about a model's image input, with the source of each row and the date it was
 * read. An unknown model gets careful rules that every endpoint accepts, and a `warning`. `registerModel` adds your
 * own.
 */
const meta = {
  title: 'Models/Rules',
  component: RulesCard,
  decorators: [(Story, { args }) => <Story key={JSON.stringify(args)} />, onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof RulesCard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A known model. Prefixes and dates are understood. */
export const KnownModel: Story = {
  args: { model: 'anthropic/claude-sonnet-5' },
};

export const KnownModelTest: Story = {
  ...KnownModel,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading')).toHaveTextContent('claude-high-resolution');
    await userEvent.clear(canvas.getByRole('combobox'));
    await userEvent.type(canvas.getByRole('combobox'), 'my-own-model');
    await expect(canvas.getByText('warning')).toBeVisible();
  },
};

/** Careful rules, and a warning that says so. */
export const UnknownModel: Story = { args: { model: 'my-own-model' } };

/** The same model on a server that accepts less than the model would. */
export const OnAServer: Story = {
  args: { model: 'claude-sonnet-5', baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com' },
};
