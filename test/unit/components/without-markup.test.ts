import { expect, test } from 'vitest';
import { withoutMarkup } from '../../../src/components/styled/messages/without-markup.js';

test.each([
  ['1. **Light.** It comes _from_ the left.', '1. Light. It comes from the left.'],
  ['## Prices\n\n* one\n- **two**', 'Prices\n\n• one\n• two'],
  ['See [the list](https://a.example/list) and `scaleOf`.', 'See the list and scaleOf.'],
  ['```ts\nconst a_b = 2 * 3;\n```', 'const a_b = 2 * 3;\n'],
  ['| Item | EUR |\n| --- | ---: |\n| Bread | 3.90 |', 'Item · EUR\nBread · 3.90'],
  ['2 * 3 * 4 is 24, and snake_case_names stay', '2 * 3 * 4 is 24, and snake_case_names stay'],
  ['> quoted **in', 'quoted in'],
  ['- [ ] buy ***bread***', '• [ ] buy bread'],
])('an answer is shown without marks until it is rendered: %j', (markdown, words) =>
  expect(withoutMarkup(markdown)).toBe(words),
);
