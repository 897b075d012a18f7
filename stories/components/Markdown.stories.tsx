import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { Markdown } from '../../src/markdown.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/Markdown.tsx?raw';
import { usage } from '../shared/docs.js';

const everything = `# A heading

Some *emphasis*, **weight**, \`inline code\`, ~~gone~~, a [link](https://example.com/path) and https://example.org/.

| Item | Price | Count |
| --- | ---: | ---: |
| Coffee | 3.20 | 2 |
| Bread | 2.80 | 1 |

> A quote
>
> > within a quote

\`\`\`ts
const scale = Math.min(1, maxSidePx / Math.max(width, height));
\`\`\`

- [x] a finished task
- [ ] an open one
- a list
  - within a list

1. First
2. Second

---

Math stays the text it is: \\(e^{i\\pi} + 1 = 0\\) and $a_1 + b_1$.`;

/**
 * Renders answers: lazily loaded, safe, and made for streams. No raw HTML, no request before a press, links to
 * \`http\`, \`https\` and \`mailto\` only, with the host shown where the text does not name it. Also available as
 * \`image-chat-kit/markdown\`.
 */
const meta = {
  title: 'Components/Markdown',
  component: Markdown,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { text: everything, isStreaming: false },
} satisfies Meta<typeof Markdown>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Headings, lists, tables, quotes, code and links. */
export const Everything: Story = {};

/** A caret marks where the next word will appear. */
export const Streaming: Story = {
  args: {
    text: 'Three things give it away:\n\n1. **Light.** It comes from\n2. The sha',
    isStreaming: true,
  },
};

/** An image on another host is loaded only after a press, since its URL could reveal parts of the conversation. */
export const RemoteImage: Story = {
  args: { text: 'Here it is: ![the chart](https://pictures.invalid/chart.png?q=secret)' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('img')).toBeNull();
    await expect(within(canvasElement).getByRole('button', { name: 'Load' })).toBeVisible();
  },
};

/** What an answer must not be able to do. All of it is shown as text. */
export const Hostile: Story = {
  args: {
    text: [
      '[a link](javascript:alert(1))',
      '<img src=x onerror=alert(1)>',
      '[your bank](https://bank.example@evil.invalid/)',
      `${'>'.repeat(5000)} five thousand quotes`,
    ].join('\n\n'),
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('img, script')).toHaveLength(0);
    await expect(canvasElement.querySelectorAll('a')).toHaveLength(1);
  },
};

/** A block of code, with a button that copies it. */
export const Code: Story = {
  args: { text: '```sh\nnpm install image-chat-kit\nnpm start\n```' },
};

export const CodeTest: Story = {
  ...Code,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Copy code' }));
    await expect(await canvas.findByRole('button', { name: 'Copied' })).toBeVisible();
  },
};
