import type { ReactElement } from 'react';
import type { FittedImage } from '../../../models/count-image-tokens.js';
import { useWords } from '../../words/WordsProvider.js';

export interface ModelFactsProps {
  seen: FittedImage;
  hasOriginal: boolean;
  originalPercent: number;
  onOriginalPercentChange: (percent: number) => void;
}

/** Size, cost and squares of what the model sees, and a slider that reveals the original. */
export function ModelFacts(props: ModelFactsProps): ReactElement {
  const { seen, hasOriginal, originalPercent, onOriginalPercentChange } = props;
  const { width, height, tokens, cells } = seen;
  const words = useWords();
  return (
    <>
      <span data-ick-part="model-facts">
        {[
          words.pixels(width, height),
          words.tokens(tokens),
          cells ? words.cells(cells.columns, cells.rows, cells.cellPx) : words.onePrice,
        ].join(' · ')}
      </span>
      {hasOriginal && (
        <label className="ik:flex ik:w-full ik:max-w-80 ik:items-center ik:gap-2">
          <span>{words.asSent}</span>
          <input
            type="range"
            min={0}
            max={100}
            value={originalPercent}
            // The image ignores the reading direction, and so does its slider.
            dir="ltr"
            aria-label={words.originalShare}
            onChange={(event) => onOriginalPercentChange(Number(event.target.value))}
            className="ik:h-6 ik:min-w-0 ik:flex-1 ik:accent-white"
          />
          <span>{words.original}</span>
        </label>
      )}
    </>
  );
}
