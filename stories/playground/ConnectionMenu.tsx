import { useId, type ReactElement } from 'react';
import { choices, formOf, wires, type ConnectionForm } from './connections.js';

export interface ConnectionMenuProps {
  form: ConnectionForm;
  onChange: (form: ConnectionForm) => void;
}

/** Where questions go. The key lives in this component's state and is gone with the page. */
export function ConnectionMenu({ form, onChange }: ConnectionMenuProps): ReactElement {
  const id = useId();
  const isEmbedded = form.choice.fetch !== undefined;
  return (
    <form className="pg-connection" onSubmit={(event) => event.preventDefault()}>
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
      <label className="pg-field">
        <span>Model</span>
        <input
          value={form.model}
          spellCheck={false}
          onChange={(event) => onChange({ ...form, model: event.target.value })}
        />
      </label>
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
        <label className="pg-field">
          <span>Key</span>
          <input
            type="password"
            autoComplete="off"
            value={form.key}
            onChange={(event) => onChange({ ...form, key: event.target.value })}
          />
        </label>
      )}
      <p className="pg-hint">{form.choice.hint}</p>
    </form>
  );
}
