import { Check, Copy } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useCopy } from '../../shared/use-copy.js';
import { useWords } from '../../words/WordsProvider.js';

export interface CodeFrameProps {
  label: string;
  /** What Copy copies. */
  text: string;
  /** Buttons before Copy. */
  tools?: ReactNode;
  children: ReactNode;
}

/** The frame of a block of code, with a button that copies it. */
export function CodeFrame({ label, text, tools, children }: CodeFrameProps): ReactElement {
  const words = useWords();
  const { isCopied, copy } = useCopy();
  const Icon = isCopied ? Check : Copy;
  return (
    <div
      data-ick-part="code-block"
      className="ik:overflow-hidden ik:rounded-md ik:border ik:border-line ik:bg-surface"
    >
      <div className="ik:flex ik:items-center ik:border-b ik:border-line ik:bg-sunken ik:ps-3 ik:text-xs ik:text-ink-2">
        <bdi className="ik:min-w-0 ik:flex-1 ik:truncate">{label}</bdi>
        {tools}
        <button
          type="button"
          aria-label={isCopied ? words.copied : words.copyCode}
          data-ick-tooltip={isCopied ? words.copied : words.copyCode}
          onClick={() => copy(text)}
          className="ik:grid ik:size-8 ik:place-items-center ik:-outline-offset-2 ik:hover:text-ink"
        >
          <Icon className="ik:size-4" strokeWidth={1.75} />
        </button>
      </div>
      {children}
    </div>
  );
}
