import type { ConversationPlan } from '../chat-protocol.ts';
import { oldAnswer, oldQuestion } from './answer.ts';

/** What was said before, in no kit's own shape. */
export interface OldMessage {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  image?: Blob;
}

const IMAGE_EVERY = 10;
const IMAGE = { width: 320, height: 240 };

const QUESTIONS = [
  oldQuestion,
  'And the second one? Please look at the windows again, and tell me which of them are lit.',
  'Why?',
  'Here is what I know of the place so far.\n\nThe tower was built in 1891, burned down in 1922 and was built again, one floor lower. The boats belong to the yard behind it. What of this can be seen?',
];

const ANSWERS = [
  oldAnswer,
  'Yes.',
  'There are **three** of them:\n\n1. the tower, [described here](https://example.org/tower)\n2. the boats\n3. a crane, half hidden\n\n> It stands where the old one stood.\n\nThe rest is water.',
  '### Sizes\n\n| what | left | right |\n| --- | --- | --- |\n| height | 41 m | 38 m |\n| windows | 12 | 9 |\n\nBoth are estimates from the height of a door.',
  'This counts them:\n\n```ts\nconst towers = images.map((image) => find(image, "tower"));\nconsole.log(towers.length);\n```\n\nRun it with `node count.ts`; it needs no packages.',
  'The light comes from the left, low, and it is warm; the shadows are long and blue. That speaks for an evening in autumn, and the trees by the water, which have lost half of their leaves, say the same. '.repeat(
    5,
  ),
];

/** The messages of a plan: all alike, or of many kinds with an image now and then. */
export function oldMessages({ messages, isMixed = false }: ConversationPlan): OldMessage[] {
  return Array.from({ length: messages }, (_, index) => {
    const isQuestion = index % 2 === 0;
    const turn = Math.floor(index / 2);
    const texts = isQuestion ? QUESTIONS : ANSWERS;
    return {
      id: `m${index}`,
      role: isQuestion ? 'user' : 'assistant',
      text: (isMixed ? texts[turn % texts.length] : texts[0]) ?? '',
      ...(isMixed && isQuestion && turn % IMAGE_EVERY === 0 && { image: drawImage(turn) }),
    };
  });
}

function drawImage(seed: number): Blob {
  const canvas = Object.assign(document.createElement('canvas'), IMAGE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = `hsl(${seed * 7} 60% 60%)`;
  context.fillRect(0, 0, IMAGE.width, IMAGE.height);
  const [, base64 = ''] = canvas.toDataURL('image/jpeg').split(',');
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], {
    type: 'image/jpeg',
  });
}

export const imageSize = IMAGE;
