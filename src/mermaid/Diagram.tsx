import { Code, Workflow } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { CodeFrame } from '../components/markdown/code/CodeFrame.js';
import type { MarkdownPluginProps } from '../components/markdown/markdown-slots.js';
import type { MarkdownWords } from '../components/words/english/markdown.js';
import { useMarkdownWords } from '../components/words/use-markdown-words.js';
import { useObjectUrl } from '../react/use-object-url.js';
import { drawDiagram, type DrawnDiagram, type DrawnImage } from './draw-diagram.js';
import { useIsDark } from './use-is-dark.js';

/** What a source was drawn as. */
interface Drawing {
  source: string;
  drawn: DrawnDiagram;
}

/** Renders a diagram, or its code if it cannot be drawn. */
export function Diagram({ text, isComplete, children }: MarkdownPluginProps): ReactElement {
  const words = useMarkdownWords();
  const root = useRef<HTMLDivElement>(null);
  const isDark = useIsDark(root);
  const [drawing, setDrawing] = useState<Drawing>();

  useEffect(() => {
    if (!isComplete) return undefined;
    let isWanted = true;
    const draw = async (): Promise<void> => {
      const drawn = await drawDiagram(text, isDark);
      if (isWanted) setDrawing({ source: text, drawn });
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [text, isComplete, isDark]);

  const drawn = drawing?.source === text ? drawing.drawn : undefined;
  return (
    <div ref={root} className="ik:grid ik:gap-1.5">
      {drawn && 'problem' in drawn ? (
        <>
          <output className="ik:text-sm ik:text-ink-2">{problemIn(words, drawn.problem)}</output>
          {children}
        </>
      ) : (
        <DiagramFrame drawn={drawn} source={text} />
      )}
    </div>
  );
}

function problemIn(words: MarkdownWords, problem: 'unsafe' | 'failed' | 'unavailable'): string {
  if (problem === 'unsafe') return words.diagramUnsafe;
  return problem === 'failed' ? words.diagramFailed : words.diagramUnavailable;
}

interface DiagramFrameProps {
  /** Missing while it is being written or drawn. */
  drawn: DrawnImage | undefined;
  source: string;
}

function DiagramFrame({ drawn, source }: DiagramFrameProps): ReactElement {
  const words = useMarkdownWords();
  const [showsSource, setShowsSource] = useState(false);
  const name = showsSource ? words.showDiagram : words.showDiagramSource;
  const Icon = showsSource ? Workflow : Code;
  return (
    <CodeFrame
      label={words.diagram}
      text={source}
      tools={
        <button
          type="button"
          aria-label={name}
          data-ick-tooltip={name}
          onClick={() => setShowsSource(!showsSource)}
          className="ik:grid ik:size-8 ik:place-items-center ik:-outline-offset-2 ik:hover:text-ink"
        >
          <Icon className="ik:size-4" strokeWidth={1.75} />
        </button>
      }
    >
      {showsSource && (
        <pre dir="ltr" className="ik:overflow-x-auto ik:p-3">
          <code>{source}</code>
        </pre>
      )}
      {!showsSource && drawn && <DrawnDiagramImage {...drawn} />}
      {!showsSource && !drawn && (
        <output className="ik:grid ik:min-h-40 ik:place-items-center ik:p-3 ik:text-sm ik:text-ink-2">
          <span data-shimmer="">{words.drawingDiagram}</span>
        </output>
      )}
    </CodeFrame>
  );
}

/** Smaller, its words would be hard to read: it scrolls instead. */
const LEAST_SCALE = 0.65;

function DrawnDiagramImage({ image, widthPx, heightPx }: DrawnImage): ReactElement {
  const words = useMarkdownWords();
  const url = useObjectUrl(image);
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide diagram scrolls, so it can have the focus
      tabIndex={0}
      data-ick-part="diagram"
      className="ik:min-h-40 ik:overflow-x-auto ik:p-3 ik:-outline-offset-2"
    >
      <img
        // Set by script: a content security policy may drop a style attribute from a server's HTML.
        ref={(element) => {
          if (element) element.style.maxWidth = `max(100%, ${LEAST_SCALE * widthPx}px)`;
        }}
        src={url}
        alt={words.diagram}
        width={Math.round(widthPx)}
        height={Math.round(heightPx)}
        className="ik:mx-auto ik:block ik:h-auto"
      />
    </div>
  );
}
