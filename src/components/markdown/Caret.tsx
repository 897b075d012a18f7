import type { ReactElement } from 'react';

/** Marks where the next word of a streaming answer will appear. */
export function Caret(): ReactElement {
  return <span data-ick-part="caret" aria-hidden="true" />;
}
