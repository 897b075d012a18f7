'use client';
// The markdown renderer of the answers, on its own: the styled parts load it lazily, an app may load it at once.
export { Markdown } from './components/markdown/Markdown.js';
export type { MarkdownProps } from './components/markdown/Markdown.js';
export type { ImageReferences } from './components/markdown/image-references-context.js';
export type {
  MarkdownComponents,
  MarkdownPlugin,
  MarkdownPluginProps,
  MarkdownPlugins,
  MarkdownSlots,
} from './components/markdown/markdown-slots.js';
