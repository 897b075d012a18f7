import type { ReactElement } from 'react';
// oxlint-disable-next-line import/default -- the file's own text
import readme from '../../README.md?raw';
import { KitRoot } from '../../src/index.js';
import { Markdown } from '../../src/markdown.js';

/** How to install the kit and what to write first, in the words of the README. */
export function FirstChat(): ReactElement {
  return (
    <KitRoot className="sb-unstyled">
      <Markdown text={firstChatOf(readme)} />
    </KitRoot>
  );
}

/** Returns the beginning of the section, up to the end of its first program. */
function firstChatOf(text: string): string {
  const [, section = ''] = text.split('## Your first chat\n');
  const [words = '', program = ''] = section.split('```tsx\n');
  return `${words}\`\`\`tsx\n${program.split('```')[0]}\`\`\``;
}
