/** A piece of code in one colour. */
export interface CodeToken {
  text: string;
  /** What it is, as in `theme.css`; `undefined` for text without a colour of its own. */
  kind: string | undefined;
}

/** Few colours with a meaning each: scopes of highlight.js, by the beginning of their names. */
const KINDS: Readonly<Record<string, string>> = {
  keyword: 'keyword',
  built_in: 'type',
  type: 'type',
  literal: 'number',
  number: 'number',
  operator: '',
  punctuation: '',
  property: 'name',
  regexp: 'string',
  string: 'string',
  char: 'string',
  subst: '',
  symbol: 'number',
  variable: 'name',
  title: 'title',
  params: '',
  comment: 'comment',
  doctag: 'keyword',
  meta: 'meta',
  section: 'title',
  tag: '',
  name: 'keyword',
  attr: 'name',
  attribute: 'name',
  bullet: 'keyword',
  code: 'string',
  emphasis: '',
  strong: 'keyword',
  formula: 'string',
  link: 'string',
  quote: 'comment',
  'selector-tag': 'keyword',
  'selector-id': 'title',
  'selector-class': 'title',
  'selector-attr': 'name',
  'selector-pseudo': 'type',
  'template-tag': 'keyword',
  'template-variable': 'name',
  addition: 'added',
  deletion: 'removed',
};

const PIECE = /<span class="(?:hljs-)?([^"\s]*)(?:\s[^"]*)?">|<\/span>|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Reads the HTML that highlight.js writes: spans within spans, and escaped text. Each piece has its innermost kind. */
export function readTokenHtml(html: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  const open: (string | undefined)[] = [];
  for (const [piece, scope] of html.matchAll(PIECE)) {
    if (scope !== undefined) {
      const kind = KINDS[scope];
      open.push(kind === undefined ? open.at(-1) : kind || undefined);
    } else if (piece === '</span>') {
      open.pop();
    } else {
      const text = piece.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? '');
      const kind = open.at(-1);
      const before = tokens.at(-1);
      if (before && before.kind === kind) before.text += text;
      else tokens.push({ text, kind });
    }
  }
  return tokens;
}
