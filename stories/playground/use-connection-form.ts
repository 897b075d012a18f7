import { useState } from 'react';
import {
  choices,
  formOf,
  wires,
  type ConnectionChoice,
  type ConnectionForm,
} from './connections.js';
import { remember, remembered } from './remember.js';

export interface UseConnectionFormResult {
  form: ConnectionForm;
  choose: (choice: ConnectionChoice) => void;
  change: (form: ConnectionForm) => void;
  /** Sets the key of the form, or removes it with an empty one. It is stored only if the person asked for that. */
  setKey: (key: string, options: { remember: boolean }) => void;
}

/** The connection as it was left: which one, and the address, format and model of each. */
export function useConnectionForm(storedAs: string): UseConnectionFormResult {
  const [form, setForm] = useState(() => restored(storedAs, currentChoice(storedAs)));
  return {
    form,
    choose(choice) {
      remember(`${storedAs}-connection`, choice.id);
      setForm(restored(storedAs, choice));
    },
    change(changed) {
      const { choice, wire, baseUrl, model } = changed;
      remember(`${storedAs}-connection-${choice.id}`, { wire: wire.name, baseUrl, model });
      setForm(changed);
    },
    setKey(key, { remember: isStored }) {
      remember(`${storedAs}-key-${form.choice.id}`, isStored && key !== '' ? key : undefined);
      setForm({ ...form, key });
    },
  };
}

function currentChoice(storedAs: string): ConnectionChoice {
  const id = remembered(`${storedAs}-connection`);
  return choices.find((choice) => choice.id === id) ?? choices[0];
}

function restored(storedAs: string, choice: ConnectionChoice): ConnectionForm {
  const fresh = formOf(choice);
  const kept = remembered(`${storedAs}-connection-${choice.id}`) as Record<string, unknown> | null;
  const key = remembered(`${storedAs}-key-${choice.id}`);
  return {
    ...fresh,
    wire: wires.find(({ name }) => name === kept?.['wire']) ?? fresh.wire,
    // The demo backend has no address to change.
    baseUrl: choice.fetch ? fresh.baseUrl : text(kept?.['baseUrl'], fresh.baseUrl),
    model: text(kept?.['model'], fresh.model),
    key: text(key, ''),
  };
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;
