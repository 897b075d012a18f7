import { findSections, type Section } from './find-sections.js';

const root = document.body.dataset['root'] ?? '';
const html = document.documentElement;

const on = (selector: string, type: string, listener: (event: Event) => void): void =>
  document.querySelectorAll(selector).forEach((one) => one.addEventListener(type, listener));

// Theme

on('[data-theme-switch]', 'click', () => {
  const isDark = html.dataset['theme']
    ? html.dataset['theme'] === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  html.dataset['theme'] = isDark ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', html.dataset['theme']);
  } catch {
    // It then lasts until the next page.
  }
});

// Menu of narrow windows

const menu = document.querySelector<HTMLButtonElement>('[data-menu]');
const showMenu = (isOpen: boolean): void => {
  html.toggleAttribute('data-menu-open', isOpen);
  menu?.setAttribute('aria-expanded', String(isOpen));
};
menu?.addEventListener('click', () => showMenu(!html.hasAttribute('data-menu-open')));
on('main', 'click', () => showMenu(false));

// The list of pages is long: its own scroll position, not that of the page.
const sidebar = document.getElementById('sidebar');
const current = sidebar?.querySelector<HTMLElement>('[aria-current]');
if (sidebar && current) sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2;

// A story that focuses its text would scroll the page to it. The page stays until its reader does something.

// After a reload, and on the way back, the browser scrolls to where one was.
const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
let isRead = location.hash !== '' || visit?.type !== 'navigate';
for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
  addEventListener(type, () => (isRead = true), { once: true, passive: true });
}
addEventListener('scroll', () => {
  if (!isRead) scrollTo({ top: 0, behavior: 'instant' });
});

// Copy

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 1500);
}

on('[data-copy]', 'click', ({ currentTarget }) => {
  const button = currentTarget as HTMLButtonElement;
  const text = button.previousElementSibling?.textContent ?? '';
  void copy(button, text);
});

// Search

const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
const field = dialog?.querySelector('input');
const list = dialog?.querySelector('[data-results]');
const nothing = dialog?.querySelector<HTMLElement>('[data-no-results]');
let sections: Promise<Section[]> | undefined;

const load = async (): Promise<Section[]> => {
  const response = await fetch(`${root}search.json`);
  return (await response.json()) as Section[];
};

function item({ url, title, heading, text }: Section, words: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = root + url;
  const name = document.createElement('strong');
  name.textContent = heading || title;
  const place = document.createElement('span');
  place.textContent = heading ? title : '';
  const excerpt = document.createElement('p');
  const found = text.toLowerCase().indexOf(words[0] ?? '');
  // From the beginning of a word.
  const at = found < 50 ? 0 : text.indexOf(' ', found - 50) + 1;
  excerpt.textContent = `${at > 0 ? '…' : ''}${text.slice(at, at + 150)}`;
  link.append(name, place, excerpt);
  const one = document.createElement('li');
  one.append(link);
  return one;
}

async function search(): Promise<void> {
  const query = field?.value ?? '';
  sections ??= load();
  const { found, words } = findSections(await sections, query);
  if (query !== field?.value) return;
  list?.replaceChildren(...found.map((one) => item(one, words)));
  if (nothing) nothing.hidden = words.length === 0 || found.length > 0;
}

function openSearch(): void {
  dialog?.showModal();
  field?.select();
  void search();
}

on('[data-search]', 'click', openSearch);
field?.addEventListener('input', () => void search());
field?.addEventListener('keydown', (event) => {
  const [first] = list?.querySelectorAll('a') ?? [];
  if (event.key === 'Enter' && first) {
    event.preventDefault();
    dialog?.close();
    location.href = first.href;
  } else if (event.key === 'ArrowDown') {
    event.preventDefault();
    first?.focus();
  } else if (event.key === 'Escape') {
    // Chromium would only empty the field.
    event.preventDefault();
    dialog?.close();
  }
});
list?.addEventListener('keydown', (event) => {
  const { key } = event as KeyboardEvent;
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next =
    key === 'ArrowDown' ? links[at + 1] : key === 'ArrowUp' ? (links[at - 1] ?? field) : null;
  if (!next) return;
  event.preventDefault();
  next.focus();
});
list?.addEventListener('click', () => dialog?.close());
document.addEventListener('keydown', (event) => {
  const isTyping = (event.target as Element).matches('input, textarea');
  const isShortcut = event.key === '/' || (event.key === 'k' && (event.metaKey || event.ctrlKey));
  if (!isShortcut || (isTyping && event.key === '/') || dialog?.open) return;
  event.preventDefault();
  openSearch();
});

// Messages of providers

const box = document.querySelector<HTMLFormElement>('[data-error-box]');
if (box) void import('./error-box.js').then(({ startErrorBox }) => startErrorBox(box));
