import { memo, type ReactElement, useEffect, useMemo, useState } from 'react';
import { createGrouper, type Section } from './group-sections.js';
import { type ImageReferences, ImageReferencesContext } from './image-references-context.js';
import { IsStreamingContext } from './is-streaming-context.js';
import { MarkdownBlock } from './MarkdownBlock.js';
import {
  type MarkdownComponents,
  type MarkdownPlugins,
  MarkdownSlotsContext,
} from './markdown-slots.js';
import { blockSource, createSplitter, findDefinitions } from './split-blocks.js';

export interface MarkdownProps {
  /** The answer so far, in markdown. */
  text: string;
  /** Whether more is coming: a caret is shown at the end. */
  isStreaming?: boolean;
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
}

/** Sections added per frame: a stored answer of a megabyte fills in without blocking the page. */
const SECTIONS_PER_FRAME = 1;

/**
 * Renders an answer in markdown, safe and fast: no raw HTML, no request before a press, links to `http`, `https` and
 * `mailto` only, and each block parsed again only when its own text changes.
 */
export function Markdown(props: MarkdownProps): ReactElement {
  const { text, isStreaming = false, imageReferences } = props;
  const { components, remarkPlugins, rehypePlugins } = props;
  const slots = useMemo(
    () => ({ components, remarkPlugins, rehypePlugins }),
    [components, remarkPlugins, rehypePlugins],
  );
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
            {sections.slice(0, drawnCount).map((section) => elementFor(section, definitions))}
          </div>
        </IsStreamingContext.Provider>
      </MarkdownSlotsContext.Provider>
    </ImageReferencesContext.Provider>
  );
}

interface SectionProps {
  section: Section;
  definitions: string;
}

/**
 * Returns the same element for the same section: a frame of a stream costs no more for the thousand sections before it.
 */
function createElementCache(): (section: Section, definitions: string) => ReactElement {
  const elements = new WeakMap<Section, ReactElement<SectionProps>>();
  return (section, definitions) => {
    const known = elements.get(section);
    if (known?.props.definitions === definitions) return known;
    const element = (
      <MarkdownSection key={section.start} section={section} definitions={definitions} />
    );
    elements.set(section, element);
    return element;
  };
}

const MarkdownSection = memo(function MarkdownSection(props: SectionProps): ReactElement {
  const { section, definitions } = props;
  return (
    <div data-ick-part="markdown-section">
      {section.blocks.map((block) =>
        block.isPlain ? (
          <div key={block.start} data-ick-part="markdown-plain" dir="auto">
            {block.text}
          </div>
        ) : (
          <MarkdownBlock key={block.start} source={blockSource(block, definitions)} />
        ),
      )}
    </div>
  );
});
