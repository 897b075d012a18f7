import type { ReactElement } from 'react';
import type { FittedImage } from '../../../models/count-image-tokens.js';
import { useWords } from '../../words/WordsProvider.js';

export interface ModelFactsProps {
  seen: FittedImage;
  /** Whether the cost is part of it. */
  hasPrice: boolean;
}

/** Size, cost and squares of what the model sees. */
export function ModelFacts({ seen, hasPrice }: ModelFactsProps): ReactElement {
  const { width, height, tokens, cells } = seen;
  const words = useWords();
  return (
    <span data-ick-part="model-facts">
      {[
        words.pixels(width, height),
        ...(hasPrice ? [words.tokens(tokens)] : []),
        cells ? words.cells(cells.columns, cells.rows, cells.cellPx) : words.onePrice,
      ].join(' · ')}
    </span>
  );
}
