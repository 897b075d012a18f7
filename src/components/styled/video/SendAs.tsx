import { type ReactElement, useId } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { useVideoWords } from './use-video-words.js';

export interface SendAsProps {
  count: number;
  isSheet: boolean;
  onChange: (isSheet: boolean) => void;
  /** Prices. `undefined` if the model is unknown. */
  imageTokens: number | undefined;
  sheetTokens: number | undefined;
}

/** Whether frames become an image each or one contact sheet, with the price of both. */
export function SendAs(props: SendAsProps): ReactElement {
  const { count, isSheet, onChange, imageTokens, sheetTokens } = props;
  const { imageCount, tokens: wordTokens } = useWords();
  const words = useVideoWords();
  const name = useId();
  const choices = [
    { isOfSheet: false, label: imageCount(count), tokens: imageTokens },
    { isOfSheet: true, label: words.asSheet, tokens: sheetTokens },
  ];
  return (
    <fieldset className="ik:m-0 ik:grid ik:min-w-0 ik:grid-cols-2 ik:gap-2 ik:border-0 ik:p-0">
      <legend className="ik:sr-only">{words.sendAs}</legend>
      {choices.map(({ isOfSheet, label, tokens }) => (
        <label
          key={label}
          className="ik:relative ik:grid ik:min-h-9 ik:min-w-0 ik:cursor-pointer ik:content-center ik:rounded-sm ik:border ik:border-line-strong ik:px-2.5 ik:py-1.5 ik:text-sm ik:leading-tight ik:hover:bg-sunken ik:has-checked:border-accent ik:has-checked:bg-accent-soft ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-offset-2 ik:has-focus-visible:outline-accent ik:forced-colors:has-checked:border-4"
        >
          <input
            type="radio"
            name={name}
            checked={isOfSheet === isSheet}
            onChange={() => onChange(isOfSheet)}
            className="ik:absolute ik:inset-0 ik:m-0 ik:cursor-pointer ik:opacity-0"
          />
          <span className="ik:font-medium">{label}</span>
          {tokens !== undefined && (
            <span className="ik:text-xs ik:text-ink-2 ik:tabular-nums">{wordTokens(tokens)}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
