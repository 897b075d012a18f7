import { type ReactElement, type ReactNode, useId } from 'react';

export interface RadioChoice<Value extends string> {
  value: Value;
  /** Its name, and its tooltip. */
  label: string;
  /** Key that chooses it, for the tooltip. */
  keys?: string | undefined;
  children: ReactNode;
}

export interface RadioRowProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly RadioChoice<Value>[];
  onChange: (value: Value) => void;
}

/** A group of choices, side by side, with arrow-key navigation as in every group of radio buttons. */
export function RadioRow<Value extends string>(props: RadioRowProps<Value>): ReactElement {
  const { label, value, choices, onChange } = props;
  const name = useId();
  return (
    <fieldset
      aria-label={label}
      className="ik:m-0 ik:flex ik:min-w-0 ik:flex-none ik:border-0 ik:p-0 ik:sm:gap-0.5"
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          data-ick-tooltip={choice.label}
          data-ick-keys={choice.keys}
          className="ik:grid ik:min-h-10 ik:min-w-7 ik:cursor-pointer ik:place-items-center ik:rounded-sm ik:text-sm ik:text-ink-2 ik:outline-offset-[-2px] ik:transition-colors ik:duration-150 ik:hover:bg-sunken ik:has-checked:bg-line-strong ik:has-checked:text-ink ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-accent ik:forced-colors:has-checked:outline-2 ik:sm:min-w-8 ik:sm:pointer-coarse:min-w-10"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-label={choice.label}
            aria-keyshortcuts={choice.keys}
            onChange={() => onChange(choice.value)}
            className="ik:sr-only"
          />
          {choice.children}
        </label>
      ))}
    </fieldset>
  );
}
