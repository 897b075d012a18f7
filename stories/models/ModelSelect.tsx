import type { ReactElement } from 'react';
import { listKnownModels } from '../../src/index.js';

/** One model of each kind of arithmetic. */
export const typicalModels = [
  'gpt-6-astra',
  'gpt-5.6-terra',
  'gpt-5.2',
  'gpt-4o',
  'claude-sonnet-5',
  'claude-haiku-4-5',
  'gemini-3.5-flash',
  'gemini-2.5-flash',
  'deepseek-flash',
] as const;

export const knownModelIds: readonly string[] = listKnownModels().map(({ id }) => id);

export interface ModelSelectProps {
  value: string;
  onChange: (model: string) => void;
}

/** Every model the tables know by name, by provider. */
export function ModelSelect({ value, onChange }: ModelSelectProps): ReactElement {
  const models = listKnownModels();
  const providers = [...new Set(models.map(({ provider }) => provider))];
  return (
    <label className="st-field">
      Model
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {providers.map((provider) => (
          <optgroup key={provider} label={provider}>
            {models
              .filter((model) => model.provider === provider)
              .map(({ id, vision }) => (
                <option key={id} value={id}>
                  {vision ? id : `${id} (reads text only)`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
