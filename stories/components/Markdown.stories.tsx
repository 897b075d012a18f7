import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { Markdown } from '../../src/markdown.js';
import { mermaidDiagrams } from '../../src/mermaid/index.js';
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

Math: \\(e^{i\\pi} + 1 = 0\\) and $a_1 + b_1$, while $5 and $6 are prices.`;

const manyLanguages = `\`\`\`ts title="src/scale.ts"
// Never larger than the model uses.
export const scale = (side: number): number => Math.min(1, 1568 / side);
\`\`\`

\`\`\`python
@dataclass
class Receipt:
    total: float = 0.0

    def show(self) -> str:
        return f"{self.total:.2f} €"  # rounded
\`\`\`

\`\`\`json
{ "box_2d": [120, 80, 560, 410], "label": "tower", "isSharp": true }
\`\`\`

\`\`\`sh
npm install image-chat-kit && echo "done" # then start
\`\`\`

\`\`\`css:theme.css
.tile:hover { color: #3a5bd9; inline-size: calc(100% - 2rem); }
\`\`\`

\`\`\`sql
SELECT name, count(*) AS images FROM albums WHERE year >= 2024 GROUP BY name;
\`\`\`

\`\`\`diff
- const quality = 0.7;
+ const quality = 0.82;
\`\`\``;

const formulas = String.raw`The area under the curve \(f(x) = x^2\) from $0$ to $1$:

$$
\int_0^1 x^2 \, dx = \left[ \frac{x^3}{3} \right]_0^1 = \frac{1}{3}
$$

A rotation, and two cases:

\[
R = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix},
\qquad
|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}
\]

| quantity | value |
| --- | --- |
| mean | $\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i$ |
| norm | $|x| = \sqrt{x_1^2 + x_2^2}$ |

Not valid: $\frac{1}$. Prices stay prices: $5 and $6.`;

/**
 * Renders answers: lazily loaded, safe, and made for streams. No raw HTML, no request before a press, links to
 * `http`, `https` and `mailto` only, with the host shown where the text does not name it. Also available as
 * `image-chat-kit/markdown`.
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

/** Code in seven languages. Each grammar loads with the first code in its language. */
export const Languages: Story = { args: { text: manyLanguages } };

/** A file name above it, and lines that are coloured as they arrive. */
export const StreamingCode: Story = {
  args: {
    text: '```ts title="src/scale.ts"\nconst sides = images.map(({ width }) => width);\n/* The lar',
    isStreaming: true,
  },
};

/** Math in four notations, in a table, and one formula that is not valid. */
export const Formulas: Story = { args: { text: formulas } };

/** A formula that is being written shows what is there. */
export const StreamingFormula: Story = {
  args: {
    text: String.raw`The mean is $$\bar{x} = \frac{1}{n} \sum_{i=1}`,
    isStreaming: true,
  },
};

/** Bold text, links and tables are closed while they are written. */
export const StreamingTable: Story = {
  args: {
    text: '| What | Where |\n| --- | --- |\n| **Tower** | behind the trees |\n| **Bri',
    isStreaming: true,
  },
};

/** Two diagrams by `image-chat-kit/mermaid`, and one with an error. */
export const Diagrams: Story = {
  args: {
    text: '```mermaid\nflowchart LR\n  A[Drop image] --> B{Fits?}\n  B -- yes --> C[Send]\n  B -- no --> D[Resize] --> C\n```\n\n```mermaid\nsequenceDiagram\n  App->>Proxy: question\n  Proxy-->>App: answer\n```\n\n```mermaid\nflowchart LR\n  A[unfinished\n```',
    plugins: [mermaidDiagrams()],
  },
};

/** An app renders blocks of its own. One of the two plugins throws. */
export const Plugins: Story = {
  args: {
    text: '```swatch\n#3a5bd9\n```\n\n```broken\nIts code is shown.\n```',
    plugins: [
      {
        languages: ['swatch'],
        render: ({ text }) => <input type="color" value={text} readOnly aria-label="Colour" />,
      },
      {
        languages: ['broken'],
        render: () => {
          throw new Error('This plugin is broken.');
        },
      },
    ],
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
