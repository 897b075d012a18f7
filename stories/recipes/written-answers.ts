/** What the demo backend says about the samples of each recipe. A model would be told by the recipe's system prompt. */
import type { SampleQuestion } from '../shared/sample-answers/create-sample-reply.js';
import { writeSampleAnswer } from '../shared/sample-answers/write-sample-answer.js';
import type { SampleFile } from '../shared/samples.js';

/** Below this likeness a sample was changed, as the second chart of "Before and after" is. */
const UNCHANGED_FROM = 0.995;

const asks = ({ text }: SampleQuestion, pattern: RegExp): boolean => pattern.test(text);

const has = ({ samples }: SampleQuestion, file: SampleFile): boolean =>
  samples.some((sample) => sample.file === file);

export function compareCharts(question: SampleQuestion): string | undefined {
  const [before, after] = question.samples;
  const areCharts = before?.file === 'chart.png' && after?.file === 'chart.png';
  if (!areCharts) return writeSampleAnswer(question);
  if (after.likeness >= UNCHANGED_FROM) {
    return 'Nothing changed: Image 1 and Image 2 show the same chart with the same eight bars.';
  }
  return `One thing changed between Image 1 and Image 2:

1. **The bar for May is missing**, with the number 74 above it. In Image 1 it stands between April (68) and June (63).

The other seven bars, their numbers, the axis and the title are the same. I am certain of this: the place of the bar is plain white.`;
}

export function tutor(question: SampleQuestion): string | undefined {
  if (!has(question, 'homework.png')) return writeSampleAnswer(question);
  if (asks(question, /check/i)) {
    return `Here is how far you are:

| | Result | |
| --- | --- | --- |
| a) | x = 5 | correct, and every step is written down |
| b) | x = 7 | not yet: put 7 into the first line and see what comes out |
| c) | | still to do |

Begin with b). Which line is the first that no longer fits the one above it?`;
  }
  if (asks(question, /rule/i)) {
    return `For b) you need the **distributive law**: a number in front of a bracket is multiplied with *every* term inside it.

\`\`\`
a(b − c) = ab − ac
\`\`\`

Which two terms are in the bracket of b)?`;
  }
  if (asks(question, /\b(c\)|last|third)/i)) {
    return 'For c), look at what was done to x last: 2 was added. How do you undo that on both sides?';
  }
  return 'Look at the second line of b). There are two terms in the bracket, x and 4. Was **each** of them multiplied by 2?';
}

const opinions: Readonly<Record<SampleFile, string>> = {
  'still-life.jpg': 'allow: fruit and a mirrored sphere on a table, no people, no text.',
  'tower-stored-sideways.jpg': 'allow: four fruits, no people, no text.',
  'receipt.png': 'review: a receipt with a shop address, a time and a card payment on it.',
  'receipt-cafe.png': 'review: a receipt with a café address and a time on it.',
  'chart.png': 'review: a business chart, which may not be meant for the public.',
  'small-text.png': 'review: a page of text with a code word on it.',
  'homework.png': 'allow: a page of homework without a name.',
  'transparent.png': 'allow: an emblem with two words.',
};

export function moderate({ samples: [sample] }: SampleQuestion): string | undefined {
  return sample && opinions[sample.file];
}

const receipts: Partial<Record<SampleFile, object>> = {
  'receipt.png': { shop: 'Corner Market', date: '2026-03-09', total: 28.18, currency: 'EUR' },
  'receipt-cafe.png': { shop: 'Café Lindgren', date: '2026-03-11', total: 13.8, currency: 'EUR' },
};

const noReceipt = { shop: null, date: null, total: null, currency: null };

export function readReceipts({ samples }: SampleQuestion): string {
  const rows = samples.map(({ file }) => receipts[file] ?? noReceipt);
  return `\`\`\`json\n${JSON.stringify(rows, null, 2)}\n\`\`\``;
}

export function assist(question: SampleQuestion): string | undefined {
  if (!has(question, 'chart.png')) return writeSampleAnswer(question);
  const chart = question.samples.find(({ file }) => file === 'chart.png')?.number ?? 1;
  if (asks(question, /reply|write|customer/i)) {
    return `> Dear Ada Quist,
>
> thank you for the screenshot. The chart does have a bar for May: it is the fifth from the left and stands at 74 thousand. The chart counts pictures sent per day, not orders, which may be why it looks unfamiliar. Orders are under Reports, Orders.
>
> If May is missing there, please send us that page as well and we will look into it at once.`;
  }
  return `The screenshot does not show what the customer describes:

1. Image ${chart} is titled “Pictures sent per day, thousands”. It is **not the chart of orders**.
2. It has a value for May: the fifth bar, **74**.
3. Its lowest months are January (42) and March (51); no month is empty.

The customer probably has the wrong report open. Ask for a screenshot of Reports, Orders.`;
}
