import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from './pages.ts';
import type { ApiDoc, FieldDoc } from './read-api.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const GROUP = 'Reference';

/** Pages that hold the exports of several entries. */
const SHARED: ReadonlyArray<readonly [entry: RegExp, path: string, title: string]> = [
  [/\/server$/, 'api/server', 'The proxy handler'],
  [/\/demo$/, 'api/demo', 'The demo backend'],
  [/\/batch$/, 'api/batch', 'Batches'],
  [/\/wire\//, 'api/wire', 'Wire formats'],
  [/\/interop\//, 'api/interop', 'Adapters for other kits'],
  [/\/(pdf|video|heic|mermaid)$/, 'api/formats', 'PDF, video, HEIC, diagrams'],
  [/./, 'api/interface', 'Types of the interface'],
];

/** The types whose fields are the slots of the ready-made parts. */
const SLOTS = [
  'MessageSlots',
  'PartRenderers',
  'PartSlotProps',
  'OwnMessageActions',
  'MessageActionsProps',
  'MessageFeedback',
  'ImageToolsProps',
  'ComposerItems',
];

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** A code span around text that may contain backticks. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence.length > 1 ? ' ' : '';
  return `${fence}${space}${cell(text)}${space}${fence}`;
}

function table(fields: readonly FieldDoc[], word: string): string {
  const rows = fields.map(({ name, type, isRequired, description, default: value }) => {
    const words = [description, value === undefined ? '' : `Default: ${value}.`];
    const said = words.filter(Boolean).join(' ').replace(/\.\.$/, '.');
    return `| ${code(name)}${isRequired ? '' : '?'} | ${code(type)} | ${cell(said)} |`;
  });
  return [`| ${word} | type | |`, '|---|---|---|', ...rows].join('\n');
}

const importOf = ({ name, entries }: ApiDoc): string =>
  `\`\`\`ts\nimport { ${name} } from '${entries[0]}';\n\`\`\``;

/** The code that a docs page of Storybook shows, which is typed like an app's. */
function usageOf(name: string): string {
  const file = ['tsx', 'ts']
    .map((ext) => `stories/usage/${name}.${ext}`)
    .find((one) => existsSync(join(root, one)));
  if (!file) return '';
  return `## Example\n\n\`\`\`tsx\n${readFileSync(join(root, file), 'utf8').trim()}\n\`\`\``;
}

/** Finds the story that shows the code of `stories/usage/<name>`: its title in Storybook. */
function storyTitles(): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const file of globSync('stories/**/*.stories.tsx', { cwd: root }).toSorted()) {
    const text = readFileSync(join(root, file), 'utf8');
    // A story may hold titles of its own.
    const title = /^const meta = \{\s+title: '([^']+)'/m.exec(text)?.[1] ?? '';
    for (const [, name = ''] of text.matchAll(/usage\/(\w+)\.tsx?\?raw/g)) {
      if (!titles.has(name)) titles.set(name, title);
    }
  }
  return titles;
}

/** Something with options or props and, for a function, a result. */
function body(doc: ApiDoc, level: string): string {
  const { kind, signature, description, fields, result } = doc;
  const word = {
    component: 'Props',
    family: 'Props',
    type: 'Fields',
    value: 'Fields',
    hook: 'Options',
    function: 'Options',
  }[kind];
  const title = (text: string): string => (level === '##' ? `## ${text}\n\n` : '');
  return [
    description,
    signature && `\`\`\`ts\n${signature}\n\`\`\``,
    fields.length > 0 &&
      `${title(word)}${table(fields, level === '##' ? 'name' : word.toLowerCase())}`,
    result.length > 0 &&
      `${level === '##' ? '## Result\n\n' : 'Result:\n\n'}${table(result, 'name')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const firstSentence = (text: string): string =>
  /^[^]*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;

const page = (path: string, title: string, parts: readonly string[], parent?: string): Page => ({
  path,
  title,
  group: GROUP,
  markdown: [`# ${title}`, ...parts.filter(Boolean)].join('\n\n'),
  ...(parent !== undefined && { parent }),
});

/** Pages of everything that the package exports, generated from its types and their comments. */
export function apiPages(api: readonly ApiDoc[]): Page[] {
  const titles = storyTitles();
  const live = (name: string): string => {
    const title = titles.get(name);
    return title
      ? `<!-- live: ${title
          .toLowerCase()
          .replaceAll(/[^a-z0-9/]+/g, '-')
          .replaceAll('/', '-')} -->`
      : '';
  };
  const own = (doc: ApiDoc, parent: string): Page =>
    page(
      `api/${doc.name}`,
      doc.name,
      [
        doc.description,
        importOf(doc),
        live(doc.name),
        usageOf(doc.name),
        body({ ...doc, description: '' }, '##'),
      ],
      parent,
    );
  const index = (path: string, title: string, intro: string, docs: readonly ApiDoc[]): Page =>
    page(path, title, [
      intro,
      [
        '| Name | What it is |',
        '|---|---|',
        ...docs.map(
          (doc) =>
            `| [\`${doc.name}\`](${doc.name}.md) | ${cell(firstSentence(doc.description))} |`,
        ),
      ].join('\n'),
    ]);

  const ofKind = (kind: ApiDoc['kind']): ApiDoc[] =>
    api.filter((doc) => doc.kind === kind).toSorted((a, b) => a.name.localeCompare(b.name));
  const components = ofKind('component');
  const hooks = ofKind('hook');
  const families = ofKind('family');
  const slots = SLOTS.flatMap((name) => api.find((doc) => doc.name === name) ?? []);
  const usages: Record<string, string> = { Composer: 'ComposerParts', Messages: 'MessagesParts' };

  return [
    index(
      'api/components',
      'Components',
      'Styled components. Each takes a `className`, and [variables](../theming.md) change the looks of all.',
      components,
    ),
    ...components.map((doc) => own(doc, 'api/components')),
    page('api/parts', 'Parts', [
      'Behaviour, words and state without looks, in families: `Tray.Root`, `Composer.Input`. [Own parts](../own-parts.md) shows them at work.',
      ...families.map(
        (family) =>
          `- [\`${family.name}\`](parts-${family.name}.md): ${family.members.map(({ name }) => `\`${name}\``).join(', ')}`,
      ),
    ]),
    ...families.map((family) =>
      page(
        `api/parts-${family.name}`,
        `${family.name} parts`,
        [
          live(usages[family.name] ?? family.name),
          `\`\`\`ts\nimport { ${family.name} } from 'image-chat-kit/parts';\n\`\`\``,
          usageOf(usages[family.name] ?? family.name),
          ...family.members.map((part) => `## ${family.name}.${part.name}\n\n${body(part, '###')}`),
        ],
        'api/parts',
      ),
    ),
    index('api/hooks', 'Hooks', 'Hooks of `image-chat-kit`, for an interface of your own.', hooks),
    ...hooks.map((doc) => own(doc, 'api/hooks')),
    page('api/slots', 'Slots', [
      'What an app adds to the ready-made parts, or renders itself. [Own parts](../own-parts.md) has examples.',
      ...slots.map((doc) => `## ${doc.name}\n\n${body(doc, '###')}`),
    ]),
    ...layerPages(
      api.filter((doc) => !['component', 'hook', 'family'].includes(doc.kind)),
      page,
    ),
  ];
}

/** One page for each layer of the core, in the order of `src/core.ts`, and one for each group of other entries. */
function layerPages(
  api: readonly ApiDoc[],
  page: (path: string, title: string, parts: readonly string[]) => Page,
): Page[] {
  const layers = new Map<string, string>();
  let layer = '';
  for (const line of readFileSync(join(root, 'src/core.ts'), 'utf8').split('\n')) {
    layer = /^\/\/ (.+)$/.exec(line)?.[1] ?? layer;
    for (const [name] of line.replace(/from '.*/, '').matchAll(/\b[A-Za-z]\w+/g))
      layers.set(name, layer);
  }
  const pages = new Map<string, { title: string; docs: ApiDoc[] }>();
  for (const doc of api) {
    const [entry = ''] = doc.entries;
    const isCore = entry === 'image-chat-kit/core';
    const title = layers.get(doc.name) ?? 'The core';
    const shared = SHARED.find(([pattern]) => pattern.test(entry));
    const path = isCore
      ? `api/core-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
      : (shared?.[1] ?? '');
    const known = pages.get(path) ?? { title: isCore ? title : (shared?.[2] ?? ''), docs: [] };
    known.docs.push(doc);
    pages.set(path, known);
  }
  return [...pages].map(([path, { title, docs }]) => {
    const [functions, types] = [
      docs.filter(({ kind }) => kind !== 'type'),
      docs.filter(({ kind }) => kind === 'type'),
    ];
    return page(
      path,
      title,
      [...functions, ...types].map(
        (doc) =>
          `## ${doc.name}\n\n${doc.kind === 'type' ? '' : `${importOf(doc)}\n\n`}${body(doc, '###')}`,
      ),
    );
  });
}
