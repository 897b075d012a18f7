import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const src = join(root, 'src');

interface Row {
  values: Set<string>;
  types: Set<string>;
}

const names = (cell = ''): Set<string> =>
  new Set(cell.split(',').flatMap((name) => name.trim() || []));

/** The table "Who imports whom" of ARCHITECTURE.md. */
function readTable(): Map<string, Row> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const section = text.split('## Who imports whom')[1]?.split('\n## ')[0] ?? '';
  const rows = new Map<string, Row>();
  for (const line of section.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const folder = /^`(.+)`$/.exec(cells[1] ?? '')?.[1];
    if (folder === undefined) continue;
    rows.set(folder, { values: names(cells[2]), types: names(cells[3]) });
  }
  return rows;
}

const sourceFiles = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

const existing = new Set(sourceFiles);

/** The layer a file belongs to: its first folder, or its own name at the top. */
const layerOf = (file: string): string => relative(src, file).split(sep)[0] ?? '';

interface Import {
  from: string;
  /** The layer of what is imported. */
  to: string;
  /** Its path below `src`. */
  file: string;
  typeOnly: boolean;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;

function readImports(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, type, target, lazy]) => {
    const path = resolve(dirname(join(src, file)), target ?? lazy ?? '').replace(/\.js$/, '.ts');
    const script = relative(src, path);
    return {
      from: file,
      to: layerOf(path),
      file: existing.has(script) ? script : script.replace(/\.ts$/, '.tsx'),
      typeOnly: type !== undefined,
    };
  });
}

/** Files that lead back to themselves, each named once, by way of imports of any kind. */
function findCircles(links: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file) || way.includes(file)) return;
    for (const next of links.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of links.keys()) walk(file, []);
  return circles;
}

describe('ARCHITECTURE.md', () => {
  const table = readTable();
  // The maps of the package join all layers; they hold no code of their own.
  const maps = new Set([
    'index.ts',
    'chat.ts',
    'conversations.ts',
    'core.ts',
    'devtools.ts',
    'lightbox.ts',
    'markdown.ts',
    'markup.ts',
    'parts.ts',
    'popup.ts',
    'video.ts',
  ]);

  test('has a row for every folder under src', () => {
    const folders = new Set(sourceFiles.map((file) => layerOf(join(src, file))));
    expect([...folders].filter((folder) => !maps.has(folder) && !table.has(folder))).toEqual([]);
  });

  test('allows every import under src', () => {
    const forbidden = sourceFiles.flatMap(readImports).filter(({ from, to, typeOnly }) => {
      const layer = layerOf(join(src, from));
      if (layer === to || maps.has(layer)) return false;
      const row = table.get(layer);
      return !(row?.values.has(to) || (typeOnly && row?.types.has(to)));
    });
    expect(
      forbidden.map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? ' (types)' : ''}`),
    ).toEqual([]);
  });

  test('no file reaches itself by its imports, types included', () => {
    const links = new Map(
      sourceFiles.map((file) => [file, readImports(file).map((link) => link.file)]),
    );
    expect(links.get('react/use-image-chat.ts')).toContain('chat/chat-store.ts');
    expect(findCircles(links)).toEqual([]);
  });

  test('names files that exist', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const named = [...text.matchAll(/`(src\/[\w/-]+\.tsx?)`/g)].map(([, file]) => file ?? '');
    expect(named.filter((file) => !existing.has(file.slice('src/'.length)))).toEqual([]);
  });
});

test('no provider is named outside models, wire, demo, interop and stories', () => {
  const names = /\b(openai|anthropic|claude|gemini|ollama|mistral|groq)\b/i;
  const allowed = new Set(['models', 'wire', 'demo', 'interop', 'index.ts', 'core.ts']);
  const offenders = sourceFiles.filter((file) => {
    if (allowed.has(layerOf(join(src, file)))) return false;
    return names.test(readFileSync(join(src, file), 'utf8'));
  });
  expect(offenders).toEqual([]);
});
