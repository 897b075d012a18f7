import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { KeyForm, KitError, listModels, ModelPicker, useModels } from '../../src/index.js';
import {
  choices,
  connectionOf,
  isKeyMissing,
  wireLabels,
  wires,
  type ConnectionChoice,
  type ConnectionForm,
} from './connections.js';

export interface ConnectionMenuProps {
  form: ConnectionForm;
  onChoose: (choice: ConnectionChoice) => void;
  onChange: (form: ConnectionForm) => void;
  onKey: (key: string, options: { remember: boolean }) => void;
  /** What few people change. */
  advanced?: ReactNode;
}

/** Where questions go. A key is forgotten with the page, unless the person has it remembered. */
export function ConnectionMenu(props: ConnectionMenuProps): ReactElement {
  const { form, onChoose, onChange, onKey, advanced } = props;
  const { choice } = form;
  const id = useId();
  const isEmbedded = choice.fetch !== undefined;
  const isOwnServer = choice.id === 'custom';
  // No server is asked before the user has said that it may be.
  const isEnabled = isEmbedded || form.key !== '';
  const models = useModels(connectionOf(form), { isEnabled });
  const root = useRef<HTMLDivElement>(null);
  /** The choice that a pointer made. An arrow key goes on to the next one. */
  const [pressed, setPressed] = useState<string>();
  const keyOwner = pressed === choice.id && isKeyMissing(form) ? choice.id : undefined;
  useEffect(() => {
    if (keyOwner === undefined) return;
    root.current?.querySelector<HTMLInputElement>('[data-ick-part="key-form"] input')?.focus();
  }, [keyOwner]);
  const format = <FormatField form={form} onChange={onChange} />;
  const baseUrl = (
    <label className="pg-field">
      <span>Base URL</span>
      <input
        type="url"
        value={form.baseUrl}
        spellCheck={false}
        onChange={(event) => onChange({ ...form, baseUrl: event.target.value })}
      />
    </label>
  );
  return (
    <div ref={root} className="pg-connection">
      <fieldset>
        <legend>Connection</legend>
        {choices.map((one) => (
          <label key={one.id} className="pg-choice" data-checked={one === choice || undefined}>
            <input
              type="radio"
              name={`${id}-choice`}
              checked={one === choice}
              onClick={({ detail }) => setPressed(detail > 0 ? one.id : undefined)}
              onChange={() => onChoose(one)}
            />
            {one.label}
          </label>
        ))}
      </fieldset>
      {choice.hint !== undefined && <p className="pg-hint">{choice.hint}</p>}
      {isOwnServer && baseUrl}
      {isOwnServer && format}
      {choice.key !== 'none' && (
        <KeyForm
          key={`${choice.id}-key`}
          hasKey={form.key !== ''}
          check={(key, signal) => checkKey(form, key, signal)}
          onKey={(key = '', options) => onKey(key, options)}
          offersToRemember
          {...(choice.keyBeginning !== undefined && { placeholder: choice.keyBeginning })}
          {...hostOf(form.baseUrl)}
        />
      )}
      <ModelPicker
        key={choice.id}
        {...models}
        value={form.model}
        onChange={(model) => onChange({ ...form, model })}
      />
      {(!isOwnServer || advanced !== undefined) && (
        <details className="pg-advanced">
          <summary>Advanced</summary>
          {!isOwnServer && (isEmbedded ? format : baseUrl)}
          {advanced}
        </details>
      )}
    </div>
  );
}

function FormatField({
  form,
  onChange,
}: Pick<ConnectionMenuProps, 'form' | 'onChange'>): ReactElement {
  return (
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
          <option key={name} value={name}>
            {wireLabels[name] ?? name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Rejects if the provider refuses the key. A list that cannot be loaded says nothing about it. */
async function checkKey(form: ConnectionForm, key: string, signal: AbortSignal): Promise<void> {
  try {
    await listModels(connectionOf({ ...form, key }), { signal });
  } catch (error) {
    if (KitError.is(error) && error.code === 'key-refused') throw error;
  }
}

function hostOf(url: string): { host?: string } {
  return URL.canParse(url) ? { host: new URL(url).host } : {};
}
