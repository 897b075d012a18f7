import type { Plugin } from 'unified';

/**
 * Footnotes need the whole answer at once, and links within the page. An answer is rendered block by block, so `[^1]`
 * stays plain text.
 */
export const remarkWithoutFootnotes: Plugin = function remarkWithoutFootnotes() {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'gfmFootnoteDefinition'] },
  });
};
