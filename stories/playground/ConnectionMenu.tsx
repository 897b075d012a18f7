import { useId, type ReactElement } from 'react';
import { KeyForm, ModelPicker, useModels } from '../../src/index.js';
import { choices, connectionOf, formOf, wires, type ConnectionForm } from './connections.js';

export interface ConnectionMenuProps {
  form: ConnectionForm;
  onChange: (form: ConnectionForm) => void;
}

/** Where questions go. The key lives in this component's state and is gone with the page. */
export function ConnectionMenu({ form, onChange }: ConnectionMenuProps): ReactElement {
  const id = useId();
  const isEmbedded = form.choice.fetch !== undefined;
  // No server is asked before the user has said that it may be.
  const isEnabled = isEmbedded || form.key !== '';
  const models = useModels(connectionOf(form), { isEnabled });
  return (
    <div className="pg-connection">
      <fieldset>
        <legend className="pg-visually-hidden">Connection</legend>
        {choices.map((choice) => (
          <label
            key={choice.id}
            className="pg-choice"
            data-checked={choice === form.choice || undefined}
          >
            <input
              type="radio"
              name={`${id}-choice`}
              checked={choice === form.choice}
              onChange={() => onChange(formOf(choice))}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <ModelPicker
        {...models}
        value={form.model}
        onChange={(model) => onChange({ ...form, model })}
      />
      {form.choice.hasWireMenu && (
        <label className="pg-field">
          <span>Format</span>
          <select
            value={form.wire.name}
            onChange={(event) => {
              const wire = wires.find(({ name }) => name === event.target.value);
              if (wire) onChange({ ...form, wire });
            }}
          >
            {wires.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {!isEmbedded && (
        <label className="pg-field pg-field-wide">
          <span>Base URL</span>
          <input
            type="url"
            value={form.baseUrl}
            spellCheck={false}
            onChange={(event) => onChange({ ...form, baseUrl: event.target.value })}
          />
        </label>
      )}
      {form.choice.needsKey && (
        <KeyForm
          hasKey={form.key !== ''}
          onKey={(key = '') => onChange({ ...form, key })}
          hint={form.choice.hint}
        />
      )}
      {!form.choice.needsKey && <p className="pg-hint">{form.choice.hint}</p>}
    </div>
  );
}
