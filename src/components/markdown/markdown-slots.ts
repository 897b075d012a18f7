import { createContext } from 'react';
import type { Components, Options } from 'react-markdown';

/** Elements by their HTML name, as `react-markdown` takes them. */
export type MarkdownComponents = Components;

/** Plugins of remark or rehype, each alone or with its options. */
export type MarkdownPlugins = NonNullable<Options['remarkPlugins']>;

/** What an app adds to the rendering of markdown. */
export interface MarkdownSlots {
  components?: MarkdownComponents | undefined;
  remarkPlugins?: MarkdownPlugins | undefined;
  rehypePlugins?: MarkdownPlugins | undefined;
}

export const MarkdownSlotsContext = createContext<MarkdownSlots>({});
