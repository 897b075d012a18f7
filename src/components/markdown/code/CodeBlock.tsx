import { WrapText } from 'lucide-react';
import { type ReactElement, useContext, useState } from 'react';
import { SlotBoundary } from '../../shared/SlotBoundary.js';
import { useMarkdownWords } from '../../words/use-markdown-words.js';
import { Caret } from '../Caret.js';
import { MarkdownSlotsContext } from '../markdown-slots.js';
import { CodeFrame } from './CodeFrame.js';
import { CodeText } from './CodeText.js';
import { readInfo } from './read-info.js';

export interface CodeBlockProps {
  text: string;
  /** What stands behind the opening fence: the language, and perhaps the name of a file. */
  info: string;
  /** Whether more of the code is coming. */
  isGrowing: boolean;
  /** Whether it is the end of an answer that is streaming. */
  hasCaret: boolean;
}

/** Renders a block of code, or what a plugin makes of it. */
export function CodeBlock(props: CodeBlockProps): ReactElement {
  const { text, info, isGrowing, hasCaret } = props;
  const { plugins } = useContext(MarkdownSlotsContext);
  const words = useMarkdownWords();
  const { language } = readInfo(info);
  const plugin = plugins?.find(({ languages }) => languages.includes(language.toLowerCase()));
  if (!plugin) return <PlainCodeBlock {...props} />;
  const code = <PlainCodeBlock {...props} hasCaret={false} />;
  const Render = plugin.render;
  return (
    <>
      <SlotBoundary
        resetKey={text}
        fallback={
          <div className="ik:grid ik:gap-1.5">
            <small className="ik:text-ink-2">{words.blockFailed}</small>
            {code}
          </div>
        }
      >
        <Render text={text} isComplete={!isGrowing}>
          {code}
        </Render>
      </SlotBoundary>
      {hasCaret && (
        <p>
          <Caret />
        </p>
      )}
    </>
  );
}

function PlainCodeBlock({ text, info, isGrowing, hasCaret }: CodeBlockProps): ReactElement {
  const words = useMarkdownWords();
  const { highlight = true } = useContext(MarkdownSlotsContext);
  const [isWrapped, setIsWrapped] = useState(false);
  const { language, fileName } = readInfo(info);
  return (
    <CodeFrame
      label={fileName || language}
      text={text}
      tools={
        <button
          type="button"
          aria-label={words.wrapLines}
          data-ick-tooltip={words.wrapLines}
          aria-pressed={isWrapped}
          onClick={() => setIsWrapped(!isWrapped)}
          className="ik:grid ik:size-8 ik:place-items-center ik:-outline-offset-2 ik:hover:text-ink ik:aria-pressed:text-accent"
        >
          <WrapText className="ik:size-4" strokeWidth={1.75} />
        </button>
      }
    >
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines scroll, so the code can have the focus
        tabIndex={0}
        dir="ltr"
        data-wrapped={isWrapped ? '' : undefined}
        className="ik:overflow-x-auto ik:p-3 ik:-outline-offset-2"
      >
        <CodeText
          text={text}
          language={highlight ? language : ''}
          isGrowing={isGrowing}
          hasCaret={hasCaret}
        />
      </pre>
    </CodeFrame>
  );
}
