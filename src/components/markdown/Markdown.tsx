import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { MarkdownBlock } from './MarkdownBlock.js';
import { blockSource, createSplitter, findDefinitions } from './split-blocks.js';

export interface MarkdownProps {
  text: string;
  /** More is coming: a caret stands at the end. */
  isStreaming?: boolean;
}

/** So much is parsed between two frames; a stored answer of a megabyte fills in without stopping the page. */
const CHARACTERS_PER_FRAME = 8000;

/**
 * An answer in markdown, safe and fast: no raw HTML, no request before a press, links to `http`, `https` and `mailto`
 * only, and each top-level block parsed again only when its own text changes.
 */
export function Markdown({ text, isStreaming = false }: MarkdownProps): ReactElement {
  const [split] = useState(createSplitter);
  const blocks = useMemo(() => split(text), [split, text]);
  const definitions = useMemo(() => findDefinitions(text), [text]);
  const [allowedCharacters, setAllowedCharacters] = useState(CHARACTERS_PER_FRAME);
  const isBehind = allowedCharacters < text.length;

  useEffect(() => {
    if (!isBehind) return undefined;
    const frame = requestAnimationFrame(() =>
      setAllowedCharacters(allowedCharacters + CHARACTERS_PER_FRAME),
    );
    return () => cancelAnimationFrame(frame);
  }, [isBehind, allowedCharacters]);

  return (
    <div data-ick-part="markdown" data-streaming={isStreaming ? '' : undefined}>
      {blocks.map((block) => {
        const isPlain = block.isPlain || block.start >= allowedCharacters;
        return isPlain ? (
          <div key={block.start} data-ick-part="markdown-plain" dir="auto">
            {block.text}
          </div>
        ) : (
          <MarkdownBlock key={block.start} source={blockSource(block, definitions)} />
        );
      })}
    </div>
  );
}
