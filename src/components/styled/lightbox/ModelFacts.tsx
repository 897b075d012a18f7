import type { ReactElement } from 'react';
import type { FittedImage } from '../../../models/count-image-tokens.js';
import { useWords } from '../../words/WordsProvider.js';

export interface ModelFactsProps {
  seen: FittedImage;
  /** The line about the file, if it stands before the squares. @defaultValue the size of what the model sees */
  caption?: string | undefined;
  /** Whether the cost is part of it. */
  hasPrice: boolean;
}

/** Size, cost and squares of what the model sees. */
export function ModelFacts({ seen, caption, hasPrice }: ModelFactsProps): ReactElement {
  const { width, height, tokens, cells } = seen;
  const words = useWords();
  return (
    <span data-ick-part="model-facts">
      {[
        caption ?? words.pixels(width, height),
        ...(hasPrice ? [words.tokens(tokens)] : []),
        cells ? words.cells(cells.columns, cells.rows, cells.cellPx) : words.onePrice,
      ].join(' · ')}
    </span>
  );
}
