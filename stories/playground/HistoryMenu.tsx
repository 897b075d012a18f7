import { useState, type ReactElement } from 'react';
import type { UseImageChatOptions } from '../../src/index.js';
import { remember, remembered } from './remember.js';

type ImageHistory = NonNullable<UseImageChatOptions['imageHistory']>;

const choices: readonly { label: string; history: ImageHistory | undefined }[] = [
  { label: 'Send all again', history: undefined },
  {
    label: 'Leave out after 2 turns',
    history: { keepTurns: 2, stepTurns: 1, older: 'placeholder' },
  },
  { label: 'Send small after 1 turn', history: { keepTurns: 1, stepTurns: 1, older: 'low' } },
];

export interface HistoryMenuProps {
  value: ImageHistory | undefined;
  onChange: (history: ImageHistory | undefined) => void;
}

/** The choice as it was left. */
export function useHistoryChoice(storedAs: string): HistoryMenuProps {
  const name = `${storedAs}-history`;
  const [index, setIndex] = useState(() => Number(remembered(name)));
  return {
    value: choices[index]?.history,
    onChange(history) {
      const chosen = choices.findIndex((choice) => choice.history === history);
      remember(name, chosen);
      setIndex(chosen);
    },
  };
}

/** What becomes of the images of earlier questions. */
export function HistoryMenu({ value, onChange }: HistoryMenuProps): ReactElement {
  return (
    <label className="pg-field">
      <span>Images of earlier questions</span>
      <select
        value={choices.findIndex(({ history }) => history === value)}
        onChange={(event) => onChange(choices[Number(event.target.value)]?.history)}
      >
        {choices.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
