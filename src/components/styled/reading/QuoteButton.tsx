import { TextQuote } from 'lucide-react';
import type { ReactElement } from 'react';
import { usePartWords } from '../messages/use-part-words.js';
import { IconButton } from '../shared/IconButton.js';

/** Puts the selected words into the message. */
export function QuoteButton({ onQuote }: { onQuote: () => void }): ReactElement {
  const words = usePartWords();
  return (
    <IconButton
      icon={TextQuote}
      label={words.quote}
      data-ick-part="quote"
      // A press would take the selection back before it counts.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onQuote}
    />
  );
}
