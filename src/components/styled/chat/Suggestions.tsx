import type { ReactElement } from 'react';

/** A question that the user may begin with: its text, or a shorter label for it. */
export type Suggestion = string | { label: string; text: string };

export interface SuggestionsProps {
  /** Questions, in order. */
  suggestions: readonly Suggestion[];
  /** Called with the text of a suggestion when it is pressed. */
  onChoose: (text: string) => void;
}

/** Questions to begin with. A press writes one into the composer. */
export function Suggestions({ suggestions, onChoose }: SuggestionsProps): ReactElement {
  return (
    <ul
      data-ick-part="suggestions"
      className="ik:m-0 ik:mx-auto ik:flex ik:max-w-120 ik:list-none ik:flex-wrap ik:justify-center ik:gap-2 ik:p-0 ik:px-4 ik:pb-4"
    >
      {suggestions.map((suggestion, index) => {
        const { label, text } =
          typeof suggestion === 'string' ? { label: suggestion, text: suggestion } : suggestion;
        return (
          <li key={index}>
            <button
              type="button"
              onClick={() => onChoose(text)}
              className="ik:min-h-9 ik:rounded-full ik:border ik:border-line-strong ik:px-3.5 ik:text-sm ik:hover:bg-sunken"
            >
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
