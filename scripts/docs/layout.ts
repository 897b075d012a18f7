import { posix } from 'node:path';
import type { Page } from './pages.ts';
import type { Heading, Rendered } from './render-markdown.ts';

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export interface LayoutOptions {
  page: Page;
  pages: readonly Page[];
  rendered: Rendered;
  /** What stands above the text of the first page. */
  hero?: string;
  hasStorybook: boolean;
}

const icon = (path: string): string =>
  `<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

const icons = {
  menu: icon('<path d="M4 7h16M4 12h16M4 17h16"/>'),
  search: icon('<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>'),
  theme: icon(
    '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>',
  ),
  mark: '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect x="2.5" y="3.5" width="19" height="14" rx="4" fill="var(--accent)"/><path d="M7 17v4l5-4z" fill="var(--accent)"/><circle cx="8.2" cy="8.4" r="1.6" fill="var(--bg)"/><path d="m4.5 15 4.6-4.2 3 2.6 3.2-3.6 4.2 5.2z" fill="var(--bg)"/></svg>',
};

function sidebar({ page, pages }: LayoutOptions, to: (path: string) => string): string {
  const link = (one: Page): string => {
    const current = one.path === page.path ? ' aria-current="page"' : '';
    return `<a href="${to(one.path)}.html"${current}>${escapeHtml(one.label ?? one.title)}</a>`;
  };
  const item = (one: Page): string => {
    const children = pages.filter(({ parent }) => parent === one.path);
    if (children.length === 0) return `<li>${link(one)}</li>`;
    const isOpen = one.path === page.path || one.path === page.parent;
    const list = isOpen
      ? `<ul>${children.map((child) => `<li>${link(child)}</li>`).join('')}</ul>`
      : '';
    return `<li>${link(one)}${list}</li>`;
  };
  const groups = [...new Set(pages.map(({ group }) => group))].filter(Boolean);
  return groups
    .map((group) => {
      const items = pages.filter((one) => one.group === group && !one.parent).map(item);
      return `<h2>${escapeHtml(group)}</h2><ul>${items.join('')}</ul>`;
    })
    .join('');
}

function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  if (shown.length < 3) return '';
  const items = shown.map(
    ({ level, id, text }) =>
      `<li data-level="${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></nav>`;
}

function neighbours({ page, pages }: LayoutOptions, to: (path: string) => string): string {
  const at = pages.indexOf(page);
  const around = [pages[at - 1], pages[at + 1]].map((one) =>
    one?.group === page.group && page.group !== '' ? one : undefined,
  );
  const [before, after] = around.map(
    (one) => one && `<a href="${to(one.path)}.html">${escapeHtml(one.title)}</a>`,
  );
  return before || after
    ? `<nav class="neighbours" aria-label="Pages before and after">${before ?? '<span></span>'}${after ?? ''}</nav>`
    : '';
}

/** Returns the whole document of a page. All its addresses are relative, so that the site works below any path. */
export function layout(options: LayoutOptions): string {
  const { page, rendered, hero, hasStorybook } = options;
  const to = (path: string): string => posix.relative(posix.dirname(page.path), path);
  const title = page.path === 'index' ? 'image-chat-kit' : `${page.title} · image-chat-kit`;
  const sections = contents(rendered.headings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${to('assets/favicon.svg')}">
<link rel="stylesheet" href="${to('assets/site.css')}">
<script src="${to('assets/theme.js')}"></script>
<script type="module" src="${to('assets/site.js')}"></script>
</head>
<body data-root="${to('index').replace(/index$/, '')}" data-page="${page.path === 'index' ? 'home' : 'text'}">
<a class="skip" href="#content">Skip to the content</a>
<header>
<button type="button" class="icon menu" data-menu aria-expanded="false" aria-controls="sidebar" aria-label="Menu">${icons.menu}</button>
<a class="brand" href="${to('index')}.html">${icons.mark}<span>image-chat-kit</span></a>
<button type="button" class="search" data-search aria-label="Search">${icons.search}<span>Search</span><kbd>/</kbd></button>
<nav aria-label="Site">
<a href="${to('docs')}.html">Docs</a>
${hasStorybook ? `<a href="${to('storybook/index')}.html?path=/story/playground--playground">Playground</a>` : ''}
</nav>
<button type="button" class="icon" data-theme-switch aria-label="Light or dark">${icons.theme}</button>
</header>
<div class="frame">
<nav id="sidebar" aria-label="Pages">${sidebar(options, to)}</nav>
<main id="content" tabindex="-1">
${hero ?? ''}
<article>${rendered.html}</article>
${neighbours(options, to)}
</main>
${sections}
</div>
<dialog data-search-dialog aria-label="Search">
<form method="dialog"><input type="search" placeholder="Search: useImageQueue, input_image, HEIC …" aria-label="Search" autocomplete="off" spellcheck="false"><button type="submit">Close</button></form>
<ul data-results></ul><p data-no-results hidden>Nothing found.</p>
</dialog>
</body>
</html>
`;
}
