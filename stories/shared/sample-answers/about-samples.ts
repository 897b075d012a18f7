/** What can be said of each sample: all of it, one line of it, and what a few words in a question ask for. */
import type { SampleFile } from '../samples.js';

export interface AboutSample {
  /** The whole answer, where an image is asked about alone. */
  whole: string;
  /** One line beside the lines of other images, without a full stop. */
  line: string;
  /** Answers to what is asked most, the first that fits. */
  asked: readonly (readonly [RegExp, string])[];
}

const receiptTable = `| Item | EUR |
| --- | ---: |
| Oranges, 2 kg | 5.40 |
| Apples, red | 3.15 |
| Limes, net of 6 | 2.20 |
| Rye bread | 3.90 |
| Oat milk, 2 × 1 l | 3.58 |
| Coffee beans, 500 g | 9.75 |
| Bag | 0.20 |
| **Total** | **28.18** |`;

const receiptJson = `\`\`\`json
{
  "shop": "Corner Market",
  "date": "2026-03-09",
  "time": "17:42",
  "currency": "EUR",
  "items": [
    { "name": "Oranges, 2 kg", "price": 5.40 },
    { "name": "Apples, red", "price": 3.15 },
    { "name": "Limes, net of 6", "price": 2.20 },
    { "name": "Rye bread", "price": 3.90 },
    { "name": "Oat milk, 2 x 1 l", "price": 3.58 },
    { "name": "Coffee beans 500 g", "price": 9.75 },
    { "name": "Bag", "price": 0.20 }
  ],
  "total": 28.18,
  "vatIncluded": 1.84,
  "paidBy": "card"
}
\`\`\``;

const towerBoxes = `\`\`\`json
[
  { "label": "lime", "box": [0.41, 0.07, 0.59, 0.22] },
  { "label": "apple", "box": [0.35, 0.22, 0.65, 0.45] },
  { "label": "orange", "box": [0.29, 0.45, 0.71, 0.76] },
  { "label": "lemon", "box": [0.73, 0.68, 0.92, 0.82] }
]
\`\`\``;

const stillLifeFruits = `\`\`\`json
[
  { "label": "orange", "box": [0.16, 0.37, 0.36, 0.63] },
  { "label": "apple", "box": [0.34, 0.42, 0.55, 0.70] },
  { "label": "lime", "box": [0.57, 0.49, 0.75, 0.73] },
  { "label": "lemon", "box": [0.71, 0.42, 0.88, 0.64] }
]
\`\`\``;

const stillLifeBoxes = `\`\`\`json
[
  { "label": "orange", "box": [0.16, 0.37, 0.36, 0.63] },
  { "label": "apple", "box": [0.34, 0.42, 0.55, 0.70] },
  { "label": "mirrored sphere", "box": [0.45, 0.26, 0.69, 0.54] },
  { "label": "lime", "box": [0.57, 0.49, 0.75, 0.73] },
  { "label": "lemon", "box": [0.71, 0.42, 0.88, 0.64] }
]
\`\`\``;

const chartTable = `| Month | Thousands | Change |
| --- | ---: | ---: |
| January | 42 | |
| February | 55 | +13 |
| March | 51 | −4 |
| April | 68 | +17 |
| May | 74 | +6 |
| June | 63 | −11 |
| July | 81 | +18 |
| August | **96** | +15 |`;

const boxesAre =
  'Each box is left, top, right and bottom, as fractions of the width and the height:';

export const aboutSamples: Readonly<Record<SampleFile, AboutSample>> = {
  'still-life.jpg': {
    line: 'an orange, an apple, a lime and a lemon around a mirrored sphere, on a pale wooden table',
    whole: `Five objects stand on a pale wooden table. From left to right:

1. **An orange**, the largest of the fruits.
2. **An apple**, red with a yellow top, nearest to the camera beside the lime.
3. **A mirrored sphere** behind the fruits. All four of them appear in it, small and turned around.
4. **A lime**, in front of the sphere.
5. **A lemon**, at the far right.

The light comes from the left: every shadow falls to the right. The varnish of the table reflects the fruits softly.`,
    asked: [
      [/\b(draw|mark|show)\b.*\bbox.*\bfruit/i, `Four fruits:\n\n${stillLifeFruits}`],
      [/\b(code|json|box(es)?|coordinates|positions?)\b/i, `${boxesAre}\n\n${stillLifeBoxes}`],
      [
        /\b(how many|count|number)/i,
        'There are **four fruits** (an orange, an apple, a lime and a lemon) and **one mirrored sphere**. The sphere shows the fruits a second time, which is easily counted twice.',
      ],
      [
        /\b(light|shadow|sun)/i,
        'The light comes from the **left**, a little from above: the shadows of the lime and the lemon fall to the right, and the bright spot on the mirrored sphere is on its left side.',
      ],
      [
        /\b(mirror|sphere|ball|reflect)/i,
        'The mirrored sphere stands behind the fruits. Its upper half shows a blue sky, its lower half the table and, in a row, all four fruits.',
      ],
      [
        /\b(colou?rs?|table)\b/i,
        `| Object | Colour | Place |
| --- | --- | --- |
| Orange | orange | far left |
| Apple | red, yellow at the top | front, left of the middle |
| Sphere | mirrored, blue at the top | behind, in the middle |
| Lime | green | front, right of the middle |
| Lemon | yellow | far right |`,
      ],
    ],
  },
  'receipt.png': {
    line: 'a receipt from Corner Market of 9 March 2026, seven items for 28.18 EUR',
    whole: `This is a receipt from **Corner Market**, 14 Harbour Street, printed on 9 March 2026 at 17:42 at till 3.

${receiptTable}

It was paid by card. VAT of 7 % (1.84 EUR) is included, and the seven prices do add up to the total.`,
    asked: [
      [/\b(code|json)\b/i, receiptJson],
      [
        /\b(most expensive|dearest|highest|cheapest|lowest)/i,
        'The **coffee beans** cost the most, 9.75 EUR or about a third of the total. The cheapest item is the **bag** at 0.20 EUR.',
      ],
      [
        /\b(fruit|orange|apple|lime)/i,
        'There are three kinds of fruit on it: oranges (5.40), red apples (3.15) and limes (2.20). Together they cost **10.75 EUR**, 38 % of the total.',
      ],
      [/\b(vat|tax)\b/i, 'VAT of 7 % is included: **1.84 EUR** of 28.18 EUR.'],
      [
        /\b(total|sum|cost|how much|add up|paid|pay)/i,
        `Yes, it adds up: the seven items come to the printed total of **28.18 EUR**, which was paid by card.

| Items | EUR |
| --- | ---: |
| Oranges, apples and limes | 10.75 |
| Rye bread and oat milk | 7.48 |
| Coffee beans | 9.75 |
| Bag | 0.20 |
| **Total** | **28.18** |`,
      ],
      [
        /\b(when|date|time|where|shop|store|address)/i,
        'It was printed on **9 March 2026 at 17:42**, at till 3 of **Corner Market**, 14 Harbour Street.',
      ],
      [/\b(table|list|items?)\b/i, receiptTable],
    ],
  },
  'receipt-cafe.png': {
    line: 'a receipt from Café Lindgren of 11 March 2026, three items for 13.80 EUR',
    whole: `This is a receipt from **Café Lindgren**, 3 Canal Square, printed on 11 March 2026 at 10:05.

| Item | EUR |
| --- | ---: |
| 2 flat white | 7.60 |
| 1 cinnamon bun | 3.40 |
| 1 sparkling water | 2.80 |
| **Total** | **13.80** |

It was paid in cash: 20.00 given, 6.20 returned.`,
    asked: [
      [
        /\b(code|json)\b/i,
        '```json\n{ "shop": "Café Lindgren", "date": "2026-03-11", "currency": "EUR", "total": 13.8, "paidBy": "cash" }\n```',
      ],
      [
        /\b(total|sum|cost|how much|add up|paid|pay)/i,
        'The total is **13.80 EUR**, paid in cash with 6.20 EUR of change.',
      ],
    ],
  },
  'homework.png': {
    line: 'a page of homework with three equations, the first solved, the second with a mistake, the third still to do',
    whole: `A page of squared paper titled **Exercise 12: Solve for x**, with three equations:

| | Equation | State |
| --- | --- | --- |
| a) | 3x + 5 = 20 | solved: x = 5, correct |
| b) | 2(x − 4) = 10 | solved: x = 7, with a mistake in the second line |
| c) | x/3 + 2 = 6 | not begun |

In b) the 2 was multiplied with the x only. The second line should be 2x − 8 = 10, which gives x = 9.`,
    asked: [],
  },
  'tower-stored-sideways.jpg': {
    line: 'a lime on an apple on an orange, with a lemon beside the tower',
    whole: `Three fruits are stacked into a tower, and a fourth lies beside it. From top to bottom:

1. **A lime**, the smallest
2. **An apple**, pink-red with a yellow top
3. **An orange**, the largest, which carries the others
4. **A lemon** on the table, at the right

${boxesAre}

${towerBoxes}

The light comes from the right: the long shadow of the tower falls to the left.`,
    asked: [
      [/\b(draw|mark|show)\b.*\bbox/i, `Four fruits, three of them in a tower:\n\n${towerBoxes}`],
      [/\b(code|json|box(es)?|coordinates|positions?)\b/i, `${boxesAre}\n\n${towerBoxes}`],
      [
        /\b(how many|count|number)/i,
        'There are **four fruits**: three in the tower (lime, apple, orange) and a lemon beside it.',
      ],
      [
        /\b(light|shadow|sun)/i,
        'The light comes from the **right**: the shadow of the tower is long and falls to the left.',
      ],
      [
        /\b(sideways|turn|rotat|upright|orientation)/i,
        'The image arrives **upright**. The file is stored sideways, as cameras do it, with a note on how to turn it; the kit turned the pixels before it sent them.',
      ],
      [
        /\b(stable|fall|balance|top|bottom)/i,
        'The **orange** is at the bottom and the **lime** on top. In real life such a tower would roll apart: two balls touch in one point only.',
      ],
    ],
  },
  'chart.png': {
    line: 'a bar chart of pictures sent per day, which grows from 42 thousand in January to 96 thousand in August 2026',
    whole: `The bar chart shows the **pictures sent per day**, in thousands, from January to August 2026.

${chartTable}

The number more than doubles, from 42 to 96. It falls twice on the way, slightly in March and clearly in June. August, drawn in a darker blue, is the highest.`,
    asked: [
      [
        /\b(code|json)\b/i,
        '```json\n{\n  "unit": "thousand pictures a day",\n  "values": {\n    "2026-01": 42,\n    "2026-02": 55,\n    "2026-03": 51,\n    "2026-04": 68,\n    "2026-05": 74,\n    "2026-06": 63,\n    "2026-07": 81,\n    "2026-08": 96\n  }\n}\n```',
      ],
      [
        /\b(highest|most|max|best|lowest|least|min)/i,
        '**August** is the highest with 96 thousand a day, **January** the lowest with 42 thousand.',
      ],
      [
        /\b(fall|fell|drop|down|dip|june|march)/i,
        'It falls twice: from 55 to **51 in March**, and from 74 to **63 in June**, the larger of the two.',
      ],
      [/\b(may)\b/i, 'May has the value **74**, six more than April.'],
      [/\b(table|values?|numbers?)\b/i, chartTable],
    ],
  },
  'small-text.png': {
    line: 'a page of small print titled “On reading small text”, with the code word MARMALADE',
    whole: `The page is titled **On reading small text**. Below the title stands “Note 7. The code word on this page is MARMALADE.”

The text repeats these points:

- An image is cut into patches or tiles before a model reads it.
- What is smaller than a patch is seen only as shade, so a page of small text is the hardest image of all.
- Shrunk once, with a filter that uses every pixel, the strokes stay. With the quick filter of a canvas they break.`,
    asked: [
      [/\b(code ?word|password|secret|word)\b/i, 'The code word on this page is **MARMALADE**.'],
      [/\b(title|heading|called)/i, 'The title is **On reading small text**.'],
    ],
  },
  'transparent.png': {
    line: 'a round blue and violet emblem with white mountains and the word “see-through”',
    whole:
      'A round emblem in blue and violet: two white mountains, a pale sun behind the left one, and the word **see-through** below. Around the circle the image is transparent.',
    asked: [[/\b(text|word|say|read)/i, 'It says **see-through**.']],
  },
};
