import { memo, type ReactElement, useContext, useEffect, useMemo, useState } from 'react';
import { Caret } from './Caret.js';
import { CodeBlock } from './code/CodeBlock.js';
import { readFence } from './code/read-fence.js';
import { createGrouper, type Section } from './group-sections.js';
import { holdTable } from './hold-table.js';
import { type ImageReferences, ImageReferencesContext } from './image-references-context.js';
import { IsStreamingContext } from './is-streaming-context.js';
import { MarkdownBlock } from './MarkdownBlock.js';
import {
  type MarkdownComponents,
  type MarkdownPlugin,
  type MarkdownPlugins,
  MarkdownSlotsContext,
} from './markdown-slots.js';
import { type Block, blockSource, createSplitter, findDefinitions } from './split-blocks.js';

export interface MarkdownProps {
  /** The answer so far, in markdown. */
  text: string;
  /** Whether more is coming: a caret is shown at the end, and what is open there, such as bold text, is closed. */
  isStreaming?: boolean;
  /** Whether the text ends too early, as after a stop. What is open at its end is closed as well. */
  isCut?: boolean | undefined;
  /** Images the text may refer to by number: "Image 2" becomes a button that opens it. */
  imageReferences?: ImageReferences | undefined;
  /**
   * The app's own elements, by their HTML name, as `react-markdown` takes them: `{ table: MyTable }`. Addresses of links and
   * images are checked before. Keep it outside of the component, since another object renders every block again.
   */
  components?: MarkdownComponents | undefined;
  /** Plugins of remark, after those of the kit. Keep the list outside of the component. */
  remarkPlugins?: MarkdownPlugins | undefined;
  /** Plugins of rehype. Keep the list outside of the component. */
  rehypePlugins?: MarkdownPlugins | undefined;
  /** Render code blocks of some languages in another way, as diagrams for example. Keep the list outside of the component. */
  plugins?: readonly MarkdownPlugin[] | undefined;
  /** Whether code has colours. Its grammars load with the first code in each language. @defaultValue true */
  highlight?: boolean | undefined;
  /** Whether math is rendered. If not, its source is shown. The renderer loads with the first math. @defaultValue true */
  math?: boolean | undefined;
}

/** Sections added per frame: a stored answer of a megabyte fills in without blocking the page. */
const SECTIONS_PER_FRAME = 1;

/**
 * Renders an answer in markdown, safe and fast: no raw HTML, no request before a press, links to `http`, `https` and
 * `mailto` only, and each block parsed again only when its own text changes.
 */
export function Markdown(props: MarkdownProps): ReactElement {
  const { text, isStreaming = false, imageReferences } = props;
  const { components, remarkPlugins, rehypePlugins, plugins, highlight, math } = props;
  const slots = useMemo(
    () => ({ components, remarkPlugins, rehypePlugins, plugins, highlight, math }),
    [components, remarkPlugins, rehypePlugins, plugins, highlight, math],
  );
  const ending = isStreaming ? 'streaming' : props.isCut === true ? 'cut' : undefined;
  const [split] = useState(createSplitter);
  const [group] = useState(createGrouper);
  const [elementFor] = useState(createElementCache);
  const sections = useMemo(() => group(split(text)), [group, split, text]);
  const definitions = useMemo(() => findDefinitions(text), [text]);
  const [drawnCount, setDrawnCount] = useState(SECTIONS_PER_FRAME);
  const isBehind = drawnCount < sections.length;

  useEffect(() => {
    if (!isBehind) return undefined;
    const frame = requestAnimationFrame(() => setDrawnCount(drawnCount + SECTIONS_PER_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [isBehind, drawnCount]);

  return (
    <ImageReferencesContext.Provider value={imageReferences}>
      <MarkdownSlotsContext.Provider value={slots}>
        <IsStreamingContext.Provider value={isStreaming}>
          <div data-ick-part="markdown" data-streaming={isStreaming ? '' : undefined}>
            {sections
              .slice(0, drawnCount)
              .map((section, index) =>
                elementFor(
                  section,
                  definitions,
                  index === sections.length - 1 ? ending : undefined,
                ),
              )}
            {isStreaming && sections.length === 0 && (
              <p>
                <Caret />
              </p>
            )}
          </div>
        </IsStreamingContext.Provider>
      </MarkdownSlotsContext.Provider>
    </ImageReferencesContext.Provider>
  );
}

/** What the end of an answer needs. Its last block alone is changed by it. */
type Ending = 'streaming' | 'cut' | undefined;

interface SectionProps {
  section: Section;
  definitions: string;
  ending: Ending;
}

/**
 * Returns the same element for the same section: a frame of a stream costs no more for the thousand sections before it.
 */
function createElementCache(): (
  section: Section,
  definitions: string,
  ending: Ending,
) => ReactElement {
  const elements = new WeakMap<Section, ReactElement<SectionProps>>();
  return (section, definitions, ending) => {
    const known = elements.get(section);
    if (known?.props.definitions === definitions && known.props.ending === ending) return known;
    const element = (
      <MarkdownSection
        key={section.start}
        section={section}
        definitions={definitions}
        ending={ending}
      />
    );
    elements.set(section, element);
    return element;
  };
}

const MarkdownSection = memo(function MarkdownSection(props: SectionProps): ReactElement {
  const { section, definitions, ending } = props;
  const lastBlock = section.blocks.at(-1);
  return (
    <div data-ick-part="markdown-section">
      {section.blocks.map((block) => (
        <SectionBlock
          key={block.start}
          block={block}
          definitions={definitions}
          ending={block === lastBlock ? ending : undefined}
        />
      ))}
    </div>
  );
});

interface SectionBlockProps {
  block: Block;
  definitions: string;
  ending: Ending;
}

function SectionBlock({ block, definitions, ending }: SectionBlockProps): ReactElement {
  const hasCaret = ending === 'streaming';
  const { components, remarkPlugins, rehypePlugins } = useContext(MarkdownSlotsContext);
  // What an app changes of the tree or of these elements applies to its code as well.
  const isParsed = components?.pre || components?.code || remarkPlugins || rehypePlugins;
  if (block.kind === 'plain') {
    return (
      <div data-ick-part="markdown-plain" dir="auto">
        {block.text}
        {hasCaret && <Caret />}
      </div>
    );
  }
  if (block.kind === 'code' && !isParsed) {
    const { info, text, hasBody, isClosed } = readFence(block.text);
    return (
      <div data-ick-part="markdown-block">
        <CodeBlock
          text={text}
          info={hasBody ? info : ''}
          isGrowing={hasCaret && !isClosed}
          hasCaret={hasCaret}
        />
      </div>
    );
  }
  const shown = hasCaret ? { ...block, text: holdTable(block.text) } : block;
  return (
    <MarkdownBlock
      source={blockSource(shown, definitions, ending !== undefined)}
      hasCaret={hasCaret}
    />
  );
}
