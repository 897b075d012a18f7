import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ElementType,
  memo,
  type ReactElement,
  type ReactNode,
  useContext,
  useMemo,
  useRef,
} from 'react';
import ReactMarkdown, { type Components, type ExtraProps, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from './code/CodeBlock.js';
import { Caret } from './Caret.js';
import { MarkdownLink } from './MarkdownLink.js';
import { SlotBoundary } from '../shared/SlotBoundary.js';
import { useWords } from '../words/WordsProvider.js';
import { ImageReferencesContext } from './image-references-context.js';
import { IsStreamingContext } from './is-streaming-context.js';
import { MarkdownSlotsContext } from './markdown-slots.js';
import { MathElement } from './math/MathElement.js';
import { MATH_ELEMENT, remarkMath } from './math/remark-math.js';
import { CARET_ELEMENT, endsAnswer, rehypeCaret } from './rehype-caret.js';
import { readReference, remarkImageReferences } from './remark-image-references.js';
import { remarkWithoutFootnotes } from './remark-without-footnotes.js';
import { RemoteImage } from './RemoteImage.js';
import { safeUrl } from './safe-url.js';
import { useSteadyColumns } from './use-steady-columns.js';

type Element = NonNullable<ExtraProps['node']>;
type Plugins = NonNullable<Options['remarkPlugins']>;

const basicPlugins: Plugins = [remarkGfm, remarkWithoutFootnotes, remarkMath];

const ownElements = {
  a: ({ href, children, node }: ComponentPropsWithoutRef<'a'> & ExtraProps) => (
    <MarkdownLink href={href} hasImage={node !== undefined && hasImage(node)}>
      {children}
    </MarkdownLink>
  ),
  img: ({ src, alt }) => <RemoteImage src={typeof src === 'string' ? src : undefined} alt={alt} />,
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
  th: ({ style, children }) => (
    <th scope="col" align={alignOf(style)}>
      {children}
    </th>
  ),
  td: ({ style, children, node }: ComponentPropsWithoutRef<'td'> & ExtraProps) => (
    <td align={alignOf(style)} data-short={shortness(node)}>
      {children}
    </td>
  ),
  code: ({ children, node }: ComponentPropsWithoutRef<'code'> & ExtraProps) => (
    <code data-short={shortness(node)}>{children}</code>
  ),
  pre: ({ node }: ExtraProps) => {
    const hasCaret = node !== undefined && endsAnswer(node);
    return <CodeBlock {...readCode(node)} isGrowing={hasCaret} hasCaret={hasCaret} />;
  },
  table: ({ children }) => <Table>{children}</Table>,
  [MATH_ELEMENT]: MathElement,
  [CARET_ELEMENT]: Caret,
} satisfies Components & Record<string, unknown>;

/**
 * Adds the app's elements. Its links and images get addresses that were checked, and references to images of the chat
 * stay the kit's.
 */
function withElements(added: Components | undefined): Components {
  if (!added) return ownElements;
  const { a, img, ...others } = added;
  const Link = a as ElementType | undefined;
  const Image = img as ElementType | undefined;
  return {
    ...ownElements,
    ...others,
    ...(Link && {
      a: (props) => {
        if (readReference(props.href) !== undefined) return ownElements.a(props);
        const url = safeUrl(props.href);
        return url ? <Link {...props} href={url.href} /> : <span>{props.children}</span>;
      },
    }),
    ...(Image && {
      img: (props) => (
        <Image {...props} src={safeUrl(typeof props.src === 'string' ? props.src : '')?.href} />
      ),
    }),
  };
}

/** Markdown puts a `code` with one text into each `pre`. */
function readCode(pre: Element | undefined): { text: string; info: string } {
  const code = pre?.children.find((child) => child.type === 'element');
  const text = code?.children[0];
  const name = String(code?.properties['className'] ?? '').replace(/^language-/, '');
  return {
    text: text?.type === 'text' ? text.value.replace(/\n$/, '') : '',
    info: `${name} ${code?.data?.meta ?? ''}`,
  };
}

/** Markdown creates no other kind of input. */
function TaskBox({ isDone }: { isDone: boolean }): ReactElement {
  return <input type="checkbox" checked={isDone} disabled aria-label={useWords().task(isDone)} />;
}

function Table({ children }: { children?: ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useSteadyColumns(box, useContext(IsStreamingContext));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls, so it can have the focus
    <div ref={box} data-ick-part="table" tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

/** As long as the value of a cell or the name of a model: kept on one line, also on a phone. */
const SHORT_CHARACTERS = 20;

function shortness(node: Element | undefined): '' | undefined {
  return node && lengthOf(node) <= SHORT_CHARACTERS ? '' : undefined;
}

function lengthOf({ children }: Element): number {
  return children.reduce((sum, child) => {
    if (child.type === 'text') return sum + child.value.length;
    return child.type === 'element' ? sum + lengthOf(child) : sum;
  }, 0);
}

/** As its own attribute: a content security policy may drop a style attribute from a server's HTML. */
function alignOf(style: CSSProperties | undefined): 'left' | 'center' | 'right' | undefined {
  const align = style?.textAlign;
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined;
}

function hasImage({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || hasImage(child)),
  );
}

/** Addresses are checked where they are used, by one rule. */
const keepUrl = (url: string): string => url;

export interface MarkdownBlockProps {
  source: string;
  /** Whether it is the end of an answer that is streaming. */
  hasCaret: boolean;
}

/** Renders one top-level block, parsed again only when its own text changes. */
export const MarkdownBlock = memo(function MarkdownBlock({
  source,
  hasCaret,
}: MarkdownBlockProps): ReactElement {
  const hasReferences = useContext(ImageReferencesContext) !== undefined;
  const label = useWords().image(0);
  const slots = useContext(MarkdownSlotsContext);
  const { remarkPlugins, rehypePlugins } = slots;
  const plugins = useMemo(
    (): Plugins => [
      ...basicPlugins,
      ...(hasReferences ? ([[remarkImageReferences, label]] satisfies Plugins) : []),
      ...(remarkPlugins ?? []),
    ],
    [hasReferences, label, remarkPlugins],
  );
  const htmlPlugins = useMemo(
    () => (hasCaret ? [...(rehypePlugins ?? []), rehypeCaret] : rehypePlugins),
    [hasCaret, rehypePlugins],
  );
  const components = useMemo(() => withElements(slots.components), [slots.components]);
  return (
    // A text that overwhelms the parser, or an element of the app that fails, does not affect the rest of the answer.
    <SlotBoundary resetKey={source} fallback={<div data-ick-part="markdown-plain">{source}</div>}>
      <div data-ick-part="markdown-block" dir="auto">
        <ReactMarkdown
          remarkPlugins={plugins}
          rehypePlugins={htmlPlugins}
          components={components}
          urlTransform={keepUrl}
        >
          {source}
        </ReactMarkdown>
      </div>
    </SlotBoundary>
  );
});
