import { type ComponentType, createContext, type ReactNode } from 'react';
import type { Components, Options } from 'react-markdown';

/** Elements by their HTML name, as `react-markdown` takes them. */
export type MarkdownComponents = Components;

/** Plugins of remark or rehype, each alone or with its options. */
export type MarkdownPlugins = NonNullable<Options['remarkPlugins']>;

export interface MarkdownPluginProps {
  /** The text of the block. */
  text: string;
  /** Whether all of it is there. Until then, it is rendered with each piece that arrives. */
  isComplete: boolean;
  /** The kit's own rendering: its code. */
  children: ReactNode;
}

/** Renders code blocks of some languages in another way. If it throws, the code is shown, with a sentence. */
export interface MarkdownPlugin {
  /** As they stand behind the fence, in lower case: `['mermaid']`. */
  languages: readonly string[];
  render: ComponentType<MarkdownPluginProps>;
}

/** What an app adds to the rendering of markdown, or turns off: the props of `Markdown` with these names. */
export interface MarkdownSlots {
  components?: MarkdownComponents | undefined;
  remarkPlugins?: MarkdownPlugins | undefined;
  rehypePlugins?: MarkdownPlugins | undefined;
  plugins?: readonly MarkdownPlugin[] | undefined;
  highlight?: boolean | undefined;
  math?: boolean | undefined;
}

export const MarkdownSlotsContext = createContext<MarkdownSlots>({});
