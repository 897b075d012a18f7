import type { DemoQuestion } from '../../src/demo/index.js';

/** A question whose answer has everything that markdown can have. */
export const showcase = {
  label: 'How is an image resized?',
  text: 'How is an image resized? Show a diagram, code and a formula.',
};

const answer = `An image is made smaller in three steps:

\`\`\`mermaid
flowchart LR
  A[Read the header] --> B{Larger than the model takes?}
  B -- yes --> C[Plan the size]
  C --> D[Resize in a worker]
  B -- no --> E[Keep its pixels]
  D --> F[Send]
  E --> F
\`\`\`

The scale is the longest side allowed over the longest side that there is, and never more than one:

$$s = \\min\\left(1, \\frac{m}{\\max(w, h)}\\right)$$

\`\`\`ts title="scale-of.ts"
/** Returns the scale at which an image fits. */
export function scaleOf(width: number, height: number, maxSidePx: number): number {
  return Math.min(1, maxSidePx / Math.max(width, height));
}
\`\`\`

With $m = 1568$, an image of 4000×3000 px becomes 1568×1176 px.`;

/** Returns the answer to that question; `undefined` for any other. */
export function showcaseReply({ text, images }: DemoQuestion): string | undefined {
  return images.length === 0 && /\b(?:diagram|formula)\b/i.test(text) ? answer : undefined;
}
