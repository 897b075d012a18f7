import type { SampleFile } from '../samples.js';
import { aboutSamples } from './about-samples.js';
import type { SampleQuestion, SeenSample } from './create-sample-reply.js';

/** The answer about one sample or several together, by what is asked. */
export function writeSampleAnswer(question: SampleQuestion): string {
  const [first, ...others] = question.samples;
  if (!first || others.length > 0) return aboutSeveral(question);
  const about = aboutSamples[first.file];
  const asked = about.asked.find(([pattern]) => pattern.test(question.text))?.[1];
  if (asked !== undefined) return asked;
  return question.isFollowUp ? onlyThis(`The image shows ${about.line}.`) : about.whole;
}

/** What was asked has no answer in advance. */
function onlyThis(known: string): string {
  return `${known} The replies of this demo are written in advance, and there is none to this question. Connect a model to ask anything.`;
}

function aboutSeveral({ text, samples, isFollowUp }: SampleQuestion): string {
  const lines = samples.map(
    ({ number, file }) => `- **Image ${number}** shows ${aboutSamples[file].line}.`,
  );
  const meant = samples.find(({ number }) =>
    new RegExp(String.raw`\b(image|picture|photo)\s*${number}\b`, 'i').test(text),
  );
  const answer = answerAbout(text, meant ? [meant] : samples);
  if (answer !== undefined) return answer;
  if (isFollowUp) return onlyThis(lines.join('\n'));
  return [lines.join('\n'), ...comparisons(samples)].join('\n\n');
}

/** The answer of the one image that has one to this question. */
function answerAbout(text: string, samples: readonly SeenSample[]): string | undefined {
  const answers = samples.flatMap(({ number, file }) =>
    aboutSamples[file].asked
      .filter(([pattern]) => pattern.test(text))
      .slice(0, 1)
      .map(([, answer]) => `**Image ${number}**: ${answer}`),
  );
  const isCommon = /\b(compare|differ|both|together|these|they|all)\b/i.test(text);
  return answers.length > 0 && !isCommon ? answers.join('\n\n') : undefined;
}

function comparisons(samples: readonly SeenSample[]): readonly string[] {
  const placeOf = (file: SampleFile): string | undefined => {
    const found = samples.find((sample) => sample.file === file);
    return found && `Image ${found.number}`;
  };
  const stillLife = placeOf('still-life.jpg');
  const tower = placeOf('tower-stored-sideways.jpg');
  const receipt = placeOf('receipt.png');
  const cafe = placeOf('receipt-cafe.png');
  const fruit = stillLife ?? tower;
  return [
    ...(stillLife && tower ? [fruitTable(stillLife, tower)] : []),
    ...(receipt && cafe
      ? [
          `The two receipts come to **41.98 EUR** together: 28.18 in ${receipt} and 13.80 in ${cafe}.`,
        ]
      : []),
    ...(receipt && fruit
      ? [
          `The receipt in ${receipt} goes with ${fruit}: the **oranges** (5.40), the **apples** (3.15) and the **limes** (2.20) are on it, 10.75 EUR together. The **lemon** is not.`,
        ]
      : []),
  ];
}

const fruitTable = (stillLife: string, tower: string): string =>
  `| | ${stillLife} | ${tower} |
| --- | --- | --- |
| Fruit | orange, apple, lime, lemon | the same four |
| Arrangement | side by side | three in a tower |
| Mirrored sphere | yes | no |
| Light from | the left | the right |`;
