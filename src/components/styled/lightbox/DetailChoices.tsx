import { Check } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { useWords } from '../../words/WordsProvider.js';

export interface DetailChoicesProps {
  choices: readonly DetailChoice[];
  /** The detail the image is sent with. */
  used: ImageDetail;
  /** The detail being previewed. */
  shown: ImageDetail;
  onShow: (detail: ImageDetail) => void;
  onUse: (detail: ImageDetail) => void;
}

/**
 * How closely the model looks, each choice with its size and cost for this image. A choice is previewed first; the
 * button after them applies it.
 */
export function DetailChoices(props: DetailChoicesProps): ReactElement {
  const { choices, used, shown, onShow, onUse } = props;
  const words = useWords();
  const name = useId();
  const isUsed = shown === used;
  return (
    <div className="ik:flex ik:min-w-0 ik:flex-wrap ik:items-center ik:justify-center ik:gap-1">
      <fieldset
        data-ick-part="detail-choices"
        className="ik:m-0 ik:flex ik:min-w-0 ik:flex-wrap ik:justify-center ik:gap-1 ik:border-0 ik:p-0"
      >
        <legend className="ik:sr-only">{words.detailLegend}</legend>
        {choices.map(({ detail, sentAs, width, height, tokens }) => (
          <label
            key={detail}
            data-used={detail === used ? '' : undefined}
            className="ik:relative ik:grid ik:min-h-9 ik:cursor-pointer ik:content-center ik:rounded-sm ik:px-2.5 ik:py-1 ik:text-start ik:leading-tight ik:ring-1 ik:ring-white/25 ik:ring-inset ik:hover:bg-white/10 ik:has-checked:bg-white/20 ik:has-checked:ring-white ik:has-focus-visible:outline-2 ik:has-focus-visible:outline-offset-2 ik:has-focus-visible:outline-white ik:forced-colors:border ik:forced-colors:has-checked:border-4"
          >
            <input
              type="radio"
              name={name}
              value={detail}
              checked={detail === shown}
              onChange={() => onShow(detail)}
              className="ik:absolute ik:inset-0 ik:m-0 ik:cursor-pointer ik:opacity-0"
            />
            <span className="ik:flex ik:items-center ik:gap-1 ik:font-medium">
              {words.detailSentAs(detail, sentAs)}
              {detail === used && (
                <>
                  <Check className="ik:size-3.5" strokeWidth={2.25} aria-hidden />
                  <span className="ik:sr-only"> {words.detailUsed}</span>
                </>
              )}
            </span>
            <span className="ik:text-2xs ik:opacity-80">
              <span className="ik:max-sm:hidden">{words.pixels(width, height)} · </span>
              {words.tokens(tokens)}
            </span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        // Not `disabled`: the focus stays on it when it is pressed.
        aria-disabled={isUsed}
        onClick={() => {
          if (!isUsed) onUse(shown);
        }}
        className="ik:min-h-9 ik:min-w-24 ik:rounded-full ik:bg-white ik:px-3 ik:font-medium ik:text-[#111110] ik:aria-disabled:bg-transparent ik:aria-disabled:text-white/70 ik:forced-colors:border"
      >
        {isUsed ? words.detailUsed : words.setDetailTo(shown)}
      </button>
    </div>
  );
}
