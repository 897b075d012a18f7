import { Check, Copy } from 'lucide-react';
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { useCopy } from '../shared/use-copy.js';
import { useWords } from '../words/WordsProvider.js';

/** Renders code with its language and a button that copies it. */
export function CodeBlock({ children }: { children?: ReactNode }): ReactElement {
  const words = useWords();
  const { isCopied, copy } = useCopy();
  const { text, language } = readCode(children);
  const Icon = isCopied ? Check : Copy;
  return (
    <div
      data-ick-part="code-block"
      className="ik:overflow-hidden ik:rounded-md ik:border ik:border-line ik:bg-surface"
    >
      <div className="ik:flex ik:items-center ik:justify-between ik:border-b ik:border-line ik:bg-sunken ik:ps-3 ik:text-xs ik:text-ink-2">
        <span>{language}</span>
        <button
          type="button"
          aria-label={isCopied ? words.copied : words.copyCode}
          title={isCopied ? words.copied : words.copyCode}
          onClick={() => copy(text)}
          className="ik:grid ik:size-8 ik:place-items-center ik:-outline-offset-2 ik:hover:text-ink"
        >
          <Icon className="ik:size-4" strokeWidth={1.75} />
        </button>
      </div>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines scroll, so the code can have the focus
        tabIndex={0}
        dir="ltr"
        className="ik:overflow-x-auto ik:p-3 ik:leading-normal ik:-outline-offset-2"
      >
        <code>{text}</code>
      </pre>
    </div>
  );
}

/** The renderer puts a `code` with one text into each `pre`. */
function readCode(children: ReactNode): { text: string; language: string } {
  if (!isValidElement<{ className?: string; children?: unknown }>(children)) {
    return { text: '', language: '' };
  }
  const { className = '', children: code } = children.props;
  return {
    text: typeof code === 'string' ? code.replace(/\n$/, '') : '',
    language: /language-(\S+)/.exec(className)?.[1] ?? '',
  };
}
