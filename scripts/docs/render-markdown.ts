import hljs from 'highlight.js/lib/common';
import { posix } from 'node:path';
import { createElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { anchorOf, withDirectives, type Page } from './pages.ts';

export interface Heading {
  level: number;
  text: string;
  id: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
}

export interface RenderOptions {
  page: Page;
  /** Path of the page that a file of the repository became, if it is on the site. */
  pageOf: (file: string) => string | undefined;
  /** Called for a file of the repository that is no page; returns where it is on the site. */
  fileAt: (file: string) => string;
  /** The frame of a story by the name of its component, if Storybook was built. */
  story: (name: string) => string;
}

const textOf = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map((one: ReactNode) => textOf(one)).join('');
  if (!isValidElement<{ children?: ReactNode }>(node)) return '';
  return textOf(node.props.children);
};

const raw = (tag: string, html: string, props: object = {}): ReactElement =>
  createElement(tag, { ...props, dangerouslySetInnerHTML: { __html: html } });

/** What stands in the place of a directive. */
function special(name: string, value: string, { story }: RenderOptions): ReactElement | null {
  if (name === 'live') return raw('div', story(value));
  return createElement(
    'form',
    { className: 'error-box', 'data-error-box': '' },
    createElement('label', { htmlFor: 'error-text' }, 'Paste the message or the whole response'),
    createElement('textarea', {
      id: 'error-text',
      rows: 4,
      spellCheck: false,
      placeholder: '{"error": {"message": "Invalid value: \'input_image\'. …"}}',
    }),
    createElement('output', { htmlFor: 'error-text' }),
  );
}

function codeBlock(language: string, text: string, options: RenderOptions): ReactElement | null {
  const [, name] = /^site-(.+)$/.exec(language) ?? [];
  if (name) return special(name, text.trim(), options);
  const known = hljs.getLanguage(language === 'tsx' ? 'typescript' : language);
  const html = known
    ? hljs.highlight(text, { language: language === 'tsx' ? 'typescript' : language }).value
    : undefined;
  return createElement(
    'div',
    { className: 'code' },
    createElement(
      'pre',
      { tabIndex: 0 },
      html === undefined ? createElement('code', null, text) : raw('code', html),
    ),
    createElement('button', { type: 'button', 'data-copy': '' }, 'Copy'),
  );
}

/** Renders a page. Links between files of the repository become links between pages. */
export function renderMarkdown(options: RenderOptions): Rendered {
  const { page, pageOf, fileAt } = options;
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  const here = posix.dirname(page.path);

  const href = (target: string): string => {
    if (/^[a-z]+:|^#/.test(target)) return target;
    const [file = '', anchor] = target.split('#');
    const wanted = posix.join(page.source ? posix.dirname(page.source) : here, file);
    // Pages that are made here link to each other by their own paths.
    const path = pageOf(wanted) ?? (page.source ? undefined : wanted.replace(/\.md$/, ''));
    const found = path === undefined ? fileAt(wanted) : `${path}.html`;
    return `${posix.relative(here, found)}${anchor === undefined ? '' : `#${anchor}`}`;
  };

  const heading = (level: number): NonNullable<Components['h1']> =>
    function Heading({ children }) {
      const text = textOf(children);
      const base = anchorOf(text);
      const count = used.get(base) ?? 0;
      used.set(base, count + 1);
      const id = count === 0 ? base : `${base}-${count}`;
      headings.push({ level, text, id });
      const link = createElement(
        'a',
        { className: 'anchor', href: `#${id}`, 'aria-label': `Link to ${text}` },
        '#',
      );
      return createElement(`h${level}`, { id }, children, level > 1 && link);
    };

  const components: Components = {
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    a: ({ children, href: target = '' }) => createElement('a', { href: href(target) }, children),
    img: ({ src = '', alt }) =>
      createElement('img', {
        src: posix.relative(here, fileAt(posix.join(posix.dirname(page.source ?? ''), src))),
        alt,
        loading: 'lazy',
      }),
    table: ({ children }) =>
      createElement(
        'div',
        { className: 'table', tabIndex: 0, role: 'group', 'aria-label': 'Table' },
        createElement('table', null, children),
      ),
    code: ({ children }) =>
      createElement('code', textOf(children).length < 26 ? { 'data-short': '' } : null, children),
    pre({ children }) {
      const { className = '', children: text } = isValidElement<{
        className?: string;
        children?: ReactNode;
      }>(children)
        ? children.props
        : {};
      return codeBlock(
        /language-(\S+)/.exec(className)?.[1] ?? '',
        textOf(text).replace(/\n$/, ''),
        options,
      );
    },
  };
  const html = renderToStaticMarkup(
    createElement(
      Markdown,
      { remarkPlugins: [remarkGfm], components, skipHtml: true },
      withDirectives(page.markdown),
    ),
  );
  return { html, headings };
}
