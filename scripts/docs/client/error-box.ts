import { classifyFailure } from '../../../src/wire/classify-failure.js';

/** Names of the wire formats by how their places in a request are written. */
const PLACES: ReadonlyArray<readonly [wire: string, place: RegExp]> = [
  ['anthropic-messages', /\bmessages\.\d+\.content/],
  ['gemini-generate', /\bcontents\[\d+\]/],
  ['openai-responses', /\binput\[\d+\]|'input_text'/],
  ['openai-assistants', /'content\[\d+\]\./],
];

/** Finds the status in words such as `Error code: 400 - {…}`. A message alone is taken for a refusal. */
const statusIn = (text: string): number => Number(/\b([45]\d\d)\b/.exec(text)?.[1] ?? 400);

/** Runs the kit's classifier on what is typed, and shows the code with a link to its entry. */
export function startErrorBox(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  const output = form.querySelector('output');
  const show = (): void => {
    const text = field?.value.trim() ?? '';
    if (text === '') return output?.replaceChildren();
    // Python prints the object of an answer with its own quotes, which is no JSON; the words are the same.
    const body = text.replace(/^[^{[]*(?=[{[]\s*["[{])/, '');
    const wire = PLACES.find(([, place]) => place.test(text))?.[0] ?? 'openai-chat';
    const { code, advice } = classifyFailure(statusIn(text), body, wire);
    const link = document.createElement('a');
    link.href = document.getElementById(code) ? `#${code}` : '#requests';
    link.append(Object.assign(document.createElement('code'), { textContent: code }));
    const words = document.createElement('p');
    words.textContent = advice;
    output?.replaceChildren(link, words);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  field?.addEventListener('input', show);
  show();
}
