import { comparable, explainMessage } from './explain-message.js';

interface Entry {
  says: string;
  /** Anchor of its section. */
  anchor: string;
  cause: string;
}

/** Shorter messages, such as `Overloaded`, are words of others. */
const SHORTEST_CHARS = 16;

/** The messages in the tables of the page. */
function readEntries(): Entry[] {
  let anchor = '';
  return [...document.querySelectorAll<HTMLElement>('article :is(h2, h3, tbody tr)')].flatMap(
    (element) => {
      if (element.id) anchor = element.id;
      const says = comparable(element.querySelector('td:first-child > code')?.textContent ?? '');
      const cause = element.querySelector('td:nth-child(4)')?.textContent ?? '';
      return says.length < SHORTEST_CHARS ? [] : [{ says, anchor, cause }];
    },
  );
}

/** Runs the kit's classifier on what is typed, and shows the code with a link to its entry. */
export function startErrorBox(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  const output = form.querySelector('output');
  const entries = readEntries().toSorted((a, b) => b.says.length - a.says.length);

  const show = (): void => {
    const text = field?.value.trim() ?? '';
    if (text === '') return output?.replaceChildren();
    const { code, advice } = explainMessage(text);
    const known = entries.find(({ says }) => comparable(text).includes(says));
    const link = document.createElement('a');
    link.href = `#${known?.anchor ?? (document.getElementById(code) ? code : 'requests')}`;
    link.append(Object.assign(document.createElement('code'), { textContent: code }));
    const words = document.createElement('p');
    words.textContent = known?.cause ? `${advice} Known cause: ${known.cause}.` : advice;
    output?.replaceChildren(link, words);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  field?.addEventListener('input', show);
  show();
}
