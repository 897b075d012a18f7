import { type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import { useLazyModule } from '../../../react/use-lazy-module.js';
import { useMarkdownWords } from '../../words/use-markdown-words.js';
import { IsStreamingContext } from '../is-streaming-context.js';
import { MarkdownSlotsContext } from '../markdown-slots.js';

const renderer = createLazyModule(() => import('./math-renderer.js'));

export interface MathElementProps {
  tex?: string;
  source?: string;
  form?: string;
}

/** Renders a formula, or its source as text until the renderer has loaded, and if it is not valid. */
export function MathElement({ tex = '', source = '', form }: MathElementProps): ReactElement {
  const { math: isOn = true } = useContext(MarkdownSlotsContext);
  return isOn ? (
    <Formula tex={tex} source={source} isDisplay={form === 'display'} />
  ) : (
    <>{source}</>
  );
}

interface FormulaProps {
  tex: string;
  source: string;
  isDisplay: boolean;
}

function Formula({ tex, source, isDisplay }: FormulaProps): ReactElement {
  const isStreaming = useContext(IsStreamingContext);
  const words = useMarkdownWords();
  const loaded = useLazyModule(renderer);
  const [render] = useState(createRenderer);
  const { math, isWhole } = useMemo(
    () => render(loaded?.renderMath, tex, isDisplay),
    [render, loaded, tex, isDisplay],
  );
  if (math !== undefined && (isWhole || isStreaming)) {
    return (
      <span
        ref={loaded?.markFlatScripts}
        data-ick-part="math"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide formula scrolls, so it can have the focus
        tabIndex={isDisplay ? 0 : undefined}
        data-display={isDisplay ? '' : undefined}
      >
        {math}
      </span>
    );
  }
  const hasFailed = loaded !== undefined && !isStreaming;
  return (
    <span
      data-ick-part="math-source"
      dir="ltr"
      data-ick-tooltip={hasFailed ? words.mathFailed : undefined}
      data-display={isDisplay ? '' : undefined}
    >
      {source}
    </span>
  );
}

interface Rendered {
  math: ReactNode;
  /** Whether it is the whole formula, and not its last valid beginning. */
  isWhole: boolean;
}

type RenderMath = (tex: string, isDisplay: boolean) => ReactElement;

/** A formula that is being written is not valid at every moment: what was rendered last stays until it is again. */
function createRenderer(): (
  render: RenderMath | undefined,
  tex: string,
  isDisplay: boolean,
) => Rendered {
  let last: { tex: string; math: ReactNode } | undefined;
  return (render, tex, isDisplay) => {
    if (!render || tex === '') return { math: undefined, isWhole: false };
    try {
      last = { tex, math: render(tex, isDisplay) };
      return { math: last.math, isWhole: true };
    } catch {
      const isBeginning = last !== undefined && tex.startsWith(last.tex);
      return { math: isBeginning ? last?.math : undefined, isWhole: false };
    }
  };
}
