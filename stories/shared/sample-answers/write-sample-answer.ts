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

/** What was asked has no answer in advance: says so, and what is known. */
function onlyThis(known: string): string {
  return `This demo has no reply to that question. Its replies are written in advance; connect a model to ask anything. What it can say:\n\n${known}`;
}

function aboutSeveral({ text, samples, isFollowUp }: SampleQuestion): string {
  const lines = samples
    .map(({ number, file }) => `- **Image ${number}** shows ${aboutSamples[file].line}.`)
    .join('\n');
  const compared = comparisons(samples);
  if (compared.length > 0 && TOGETHER.test(text)) return compared.join('\n\n');
  const meant = samples.filter(({ number }) =>
    new RegExp(String.raw`\b(image|picture|photo)\s*${number}\b`, 'i').test(text),
  );
  const answer = answerAbout(text, meant.length > 0 ? meant : samples);
  if (answer !== undefined) return answer;
  return isFollowUp ? onlyThis(lines) : [lines, ...compared].join('\n\n');
}

/** Questions about what images have to do with each other, not about what each of them shows. */
const TOGETHER = /\b(which|compare|differ\w*|both|together|common|same|bought|on the receipt)\b/i;

/** The answers of those images that have one to this question. */
function answerAbout(text: string, samples: readonly SeenSample[]): string | undefined {
  const answers = samples.flatMap(({ number, file }) => {
    const asked = aboutSamples[file].asked.find(([pattern]) => pattern.test(text))?.[1];
    return asked === undefined ? [] : [`**Image ${number}**: ${asked}`];
  });
  return answers.length > 0 ? answers.join('\n\n') : undefined;
}

/** What two of the samples have to do with each other. */
function comparisons(samples: readonly SeenSample[]): readonly string[] {
  const nameOf = (file: SampleFile): string | undefined => {
    const found = samples.find((sample) => sample.file === file);
    return found && `Image ${found.number}`;
  };
  const stillLife = nameOf('still-life.jpg');
  const tower = nameOf('tower-stored-sideways.jpg');
  const receipt = nameOf('receipt.png');
  const cafe = nameOf('receipt-cafe.png');
  const fruit = stillLife ?? tower;
  return [
    ...(receipt && fruit ? [fruitOnReceipt(fruit, receipt)] : []),
    ...(stillLife && tower ? [fruitTwice(stillLife, tower)] : []),
    ...(receipt && cafe ? [bothReceipts(receipt, cafe)] : []),
  ];
}

const fruitOnReceipt = (fruit: string, receipt: string): string =>
  `Three of the four fruits in ${fruit} are on the receipt in ${receipt}:

| Fruit | On the receipt | EUR |
| --- | --- | ---: |
| Orange | Oranges, 2 kg | 5.40 |
| Apple | Apples, red | 3.15 |
| Lime | Limes, net of 6 | 2.20 |
| Lemon | not on it | |

Together they cost **10.75 EUR**, 38 % of the total.`;

const fruitTwice = (stillLife: string, tower: string): string =>
  `${stillLife} and ${tower} show the same four fruits in another arrangement:

| | ${stillLife} | ${tower} |
| --- | --- | --- |
| Arrangement | side by side | three in a tower |
| Mirrored sphere | yes | no |
| Light from | the left | the right |`;

const bothReceipts = (receipt: string, cafe: string): string =>
  `The two receipts come to **41.98 EUR** together: 28.18 in ${receipt} and 13.80 in ${cafe}.`;
