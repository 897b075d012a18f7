import { memo, type ReactElement, useEffect, useMemo, useState } from 'react';
import { useLazyModule } from '../../../react/use-lazy-module.js';
import { Caret } from '../Caret.js';
import { createPainter } from './create-painter.js';
import { inTurn } from './in-turn.js';
import { lazyGrammar } from './lazy-grammar.js';
import type { CodeToken } from './read-token-html.js';

export interface CodeTextProps {
  text: string;
  /** Without one, or with one that is not known, the code has no colours. */
  language: string;
  isGrowing: boolean;
  hasCaret: boolean;
}

/** Renders code with colours, once the grammar of its language has loaded. */
export function CodeText({ text, language, isGrowing, hasCaret }: CodeTextProps): ReactElement {
  const grammar = useLazyModule(lazyGrammar(language))?.grammar;
  const [painter] = useState(createPainter);
  const [turns, setTurns] = useState(0);
  const code = useMemo(() => ({ text, grammar, isGrowing }), [text, grammar, isGrowing]);
  const { groups, tail, isBehind } = painter.paint(code);

  useEffect(() => {
    if (!isBehind) return undefined;
    return inTurn(() => {
      painter.advance(code);
      setTurns(turns + 1);
    });
  }, [isBehind, painter, code, turns]);

  return (
    <code>
      {groups.map((tokens, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- groups are only added behind others
        <Tokens key={index} tokens={tokens} />
      ))}
      {/* New elements with each line: one that is used again, a line below, would count as moved. */}
      <Tokens key={`tail ${groups.length} ${groups.at(-1)?.length ?? 0}`} tokens={tail} />
      {hasCaret && <Caret />}
    </code>
  );
}

const Tokens = memo(function Tokens({ tokens }: { tokens: readonly CodeToken[] }): ReactElement {
  return (
    <>
      {tokens.map(({ text, kind }, index) =>
        kind === undefined ? (
          text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- tokens are only added behind others
          <span key={index} data-token={kind}>
            {text}
          </span>
        ),
      )}
    </>
  );
});
