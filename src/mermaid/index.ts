'use client';
/** Draws diagrams in answers, with mermaid of the package `mermaid`, which loads with the first diagram. */
import type { MarkdownPlugin } from '../components/markdown/markdown-slots.js';
import { Diagram } from './Diagram.js';

/**
 * Creates a plugin for `markdown.plugins` that draws code blocks in `mermaid`. A diagram is an image: nothing in it runs,
 * loads or can be followed.
 */
export function mermaidDiagrams(): MarkdownPlugin {
  return { languages: ['mermaid'], render: Diagram };
}
