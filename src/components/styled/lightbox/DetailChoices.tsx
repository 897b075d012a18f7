import { type ReactElement, useId } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../react/index.js';
import { useWords } from '../../words-context.js';

export interface DetailChoicesProps {
  choices: readonly DetailChoice[];
  value: ImageDetail;
  onChange: (detail: ImageDetail) => void;
}

/** How closely the model shall look, each choice with the size and the price it means for this picture. */
export function DetailChoices({ choices, value, onChange }: DetailChoicesProps): ReactElement {
  const words = useWords();
  const name = useId();
  return (
    <fieldset
      data-ick-part="detail-choices"
      className="ik:m-0 ik:flex ik:min-w-0 ik:flex-wrap ik:justify-center ik:gap-1 ik:border-0 ik:p-0"
    >
      <legend className="ik:sr-only">{words.detailLegend}</legend>
      {choices.map(({ detail, sentAs, width, height, tokens }) => (
        <label
          key={detail}
          className="ik:relative ik:grid ik:min-h-9 ik:cursor-pointer ik:content-center ik:rounded-sm ik:px-2.5 ik:py-1 ik:text-start ik:leading-tight ik:ring-1 ik:ring-white/25 ik:ring-inset ik:hover:bg-white/10 ik:has-checked:bg-white/20 ik:has-checked:ring-white ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-offset-2 ik:has-focus-visible:outline-white ik:forced-colors:border ik:forced-colors:has-checked:border-4"
        >
          <input
            type="radio"
            name={name}
            value={detail}
            checked={detail === value}
            onChange={() => onChange(detail)}
            className="ik:absolute ik:inset-0 ik:m-0 ik:cursor-pointer ik:opacity-0"
          />
          <span className="ik:font-medium">{words.detailSentAs(detail, sentAs)}</span>
          <span className="ik:text-2xs ik:opacity-80">
            <span className="ik:max-sm:hidden">{words.pixels(width, height)} · </span>
            {words.tokens(tokens)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
