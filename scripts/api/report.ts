import manifest from '../../package.json' with { type: 'json' };
import { readModule, resolve, type Place } from './read-module.ts';

interface Entry {
  /** As an app imports it. */
  name: string;
  /** Of the report. */
  file: string;
  types: string;
}

/** The core first and the root last: what several entries export is reported in the first of them. */
const rank = (name: string): number => ({ './core': 0, '.': 2 })[name] ?? 1;

const entries: Entry[] = Object.entries(manifest.exports)
  .flatMap(([name, target]) => (typeof target === 'string' ? [] : [{ name, types: target.types }]))
  .filter(({ name, types }) => !name.endsWith('.css') && types.endsWith('.d.ts'))
  .toSorted((one, other) => rank(one.name) - rank(other.name) || one.name.localeCompare(other.name))
  .map(({ name, types }) => ({
    name: manifest.name + name.slice(1),
    file: `${name.slice(2).replaceAll('/', '-') || 'index'}.md`,
    types: types.replace('./', ''),
  }));

/** The names that a file exports, each with where it is declared. */
function exportsOf(file: string): Map<string, Place> {
  const { exported, stars } = readModule(file);
  const found = new Map(stars.flatMap((star) => [...exportsOf(star)]));
  for (const [name, place] of exported) found.set(name, follow(place));
  return found;
}

/** Follows imports and exports to the declaration. */
function follow(place: Place): Place {
  const { file, name } = place;
  if (name === '*') return place;
  const { declared, imported, exported } = readModule(file);
  if (declared.has(name)) return place;
  const next = imported.get(name) ?? exported.get(name) ?? exportsOf(file).get(name);
  if (!next) throw new Error(`${name} of ${file} is declared nowhere.`);
  return follow(next);
}

const keyOf = ({ file, name }: Place): string => `${file}#${name}`;

const textOf = ({ file, name }: Place): string => readModule(file).declared.get(name) ?? '';

/** The declarations that a declaration names. */
function usedBy(place: Place): Place[] {
  const { declared, imported } = readModule(place.file);
  const text = textOf(place);
  const words = new Set(text.match(/[\w$]+/g));
  const used = [...words].flatMap((name): Place[] => {
    const from = imported.get(name);
    if (from) return [follow(from)];
    return name !== place.name && declared.has(name) ? [{ file: place.file, name }] : [];
  });
  for (const [, specifier = '', name = ''] of text.matchAll(/import\(["']([^"']+)["']\)\.(\w+)/g)) {
    const file = resolve(place.file, specifier);
    if (file) used.push(follow({ file, name }));
  }
  return used.flatMap((one) => (one.name === '*' ? [...exportsOf(one.file).values()] : [one]));
}

/** The text of a declaration, below the name that it is exported by if that is another one. */
const named = (name: string, place: Place): string =>
  name === place.name ? textOf(place) : `// ${name}\n${textOf(place)}`;

const sorted = (places: Map<string, Place>): [string, Place][] =>
  [...places].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** The compiler imports some types in place; where they lie is nobody's business. */
const inCode = (texts: readonly string[]): string =>
  `\`\`\`ts\n${texts.join('\n\n').replaceAll(/import\(["']\.[^"']+["']\)\./g, '')}\n\`\`\`\n`;

/** The public surface of the built package: a report for each entry point, by file name. */
export function reportApi(): Map<string, string> {
  const surfaces = entries.map((entry) => ({ entry, surface: exportsOf(entry.types) }));
  const isPublic = new Set(surfaces.flatMap(({ surface }) => [...surface.values()].map(keyOf)));
  const reported = new Map<string, string>();

  return new Map(
    surfaces.map(({ entry, surface }) => {
      const own: string[] = [];
      const elsewhere = new Map<string, string[]>();
      const open: Place[] = [];
      for (const [name, place] of sorted(surface)) {
        const first = reported.get(keyOf(place));
        if (first !== undefined && first !== entry.name) {
          elsewhere.set(first, [...(elsewhere.get(first) ?? []), name]);
          continue;
        }
        reported.set(keyOf(place), entry.name);
        if (place.name === '*') {
          const members = sorted(exportsOf(place.file));
          const texts = members.map(([one, member]) => named(one, member).replaceAll(/^/gm, '  '));
          own.push(`namespace ${name} {\n${texts.join('\n')}\n}`);
          open.push(...members.map(([, member]) => member));
        } else {
          own.push(named(name, place));
          open.push(place);
        }
      }
      const hidden = new Map<string, string>();
      for (let place = open.pop(); place; place = open.pop()) {
        for (const used of usedBy(place)) {
          if (isPublic.has(keyOf(used)) || reported.has(keyOf(used))) continue;
          reported.set(keyOf(used), entry.name);
          hidden.set(keyOf(used), textOf(used));
          open.push(used);
        }
      }
      const sections = [
        `# ${entry.name}\n`,
        ...[...elsewhere].map(
          ([first, list]) => `As in \`${first}\`: ${list.map((one) => `\`${one}\``).join(', ')}.\n`,
        ),
        ...(own.length > 0 ? [inCode(own)] : []),
        ...(hidden.size > 0
          ? [
              '## Not exported, but part of the types above\n',
              inCode([...hidden.values()].toSorted()),
            ]
          : []),
      ];
      return [entry.file, sections.join('\n')];
    }),
  );
}
