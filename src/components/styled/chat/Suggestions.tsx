import type { ReactElement } from 'react';
import type { ChatEntry } from '../../../chat/types.js';

/** A question that the user may begin with: its text, or a shorter label for it. */
export type Suggestion = string | { label: string; text: string };

export interface SuggestionsProps {
  /** Questions, in order. */
  suggestions: readonly Suggestion[];
  /** Called with the text of a suggestion when it is pressed. */
  onChoose: (text: string) => void;
  className?: string;
}

/** Questions that an answer suggests, or a function that returns those of an answer. */
export type FollowUpSource = readonly Suggestion[] | ((answer: ChatEntry) => readonly Suggestion[]);

export interface FollowUpsProps extends Pick<SuggestionsProps, 'onChoose'> {
  answer: ChatEntry;
  followUps: FollowUpSource;
}

/** Questions that may follow an answer, below it. Renders nothing if there are none. */
export function FollowUps({ answer, followUps, onChoose }: FollowUpsProps): ReactElement | null {
  const suggestions = typeof followUps === 'function' ? followUps(answer) : followUps;
  return suggestions.length === 0 ? null : (
    <Suggestions
      suggestions={suggestions}
      onChoose={onChoose}
      className="ik:w-full ik:max-w-(--ick-width,47.5rem) ik:max-h-24 ik:overflow-y-auto"
    />
  );
}

/** Questions to begin with. A press writes one into the composer. */
export function Suggestions({
  suggestions,
  onChoose,
  className = 'ik:max-w-120 ik:justify-center',
}: SuggestionsProps): ReactElement {
  return (
    <ul
      data-ick-part="suggestions"
      className={`ik:m-0 ik:mx-auto ik:flex ik:list-none ik:flex-wrap ik:gap-2 ik:p-0 ik:px-4 ik:pb-4 ${className}`}
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
