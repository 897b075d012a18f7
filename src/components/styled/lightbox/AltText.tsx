import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface AltTextProps {
  alt: string | undefined;
  onChange: (alt: string) => void;
}

/** What an image shows, in the user's words. */
export function AltText({ alt = '', onChange }: AltTextProps): ReactElement {
  const words = useWords();
  return (
    <input
      type="text"
      value={alt}
      aria-label={words.altText}
      placeholder={words.altTextHint}
      data-ick-part="alt-text"
      onChange={(event) => onChange(event.target.value)}
      className="ik:h-9 ik:w-full ik:min-w-0 ik:rounded-sm ik:border-0 ik:bg-white/12 ik:px-3 ik:text-sm ik:text-white ik:placeholder:text-white/65 ik:forced-colors:border"
    />
  );
}
