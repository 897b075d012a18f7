import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `import { name as alias } from 'specifier'`, and the same of exports. */
export interface NamedLink {
  statement: string;
  specifier: string;
  names: { name: string; alias: string; isType: boolean }[];
}

export interface Module {
  file: string;
  text: string;
  imports: NamedLink[];
  reexports: NamedLink[];
  /** `import('specifier')` */
  dynamic: { statement: string; specifier: string }[];
}

const modules = new Map<string, Module>();

/** What a source file links to, read from its text: the formatter keeps these in one form. */
export function readModule(file: string): Module {
  const known = modules.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const module = {
    file,
    text,
    imports: readLinks(text, 'import'),
    reexports: readLinks(text, 'export'),
    dynamic: Array.from(text.matchAll(/\bimport\('([^']+)'\)/g), ([statement, specifier = '']) => ({
      statement,
      specifier,
    })),
  };
  modules.set(file, module);
  return module;
}

function readLinks(text: string, keyword: 'import' | 'export'): NamedLink[] {
  const pattern = new RegExp(`^${keyword} (type )?\\{([^}]*)\\} from '([^']+)';\\n`, 'gm');
  return Array.from(text.matchAll(pattern), ([statement, type, list = '', specifier = '']) => ({
    statement,
    specifier,
    names: list
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [name = '', alias = name] = entry.replace(/^type /, '').split(' as ');
        return { name, alias, isType: type !== undefined || entry.startsWith('type ') };
      }),
  }));
}

/** The source file that a relative import of a file means. */
export function resolveSource(file: string, specifier: string): string {
  const path = join(dirname(file), specifier);
  for (const ending of ['.ts', '.tsx']) {
    const candidate = path.replace(/\.js$/, ending);
    try {
      readModule(candidate);
      return candidate;
    } catch {
      // The other ending.
    }
  }
  throw new Error(`${file} imports ${specifier}, which is no source file.`);
}

/** Where a name is defined: index files only pass it on. */
export function findOrigin(file: string, name: string): { file: string; name: string } {
  for (const { specifier, names } of readModule(file).reexports) {
    const link = names.find(({ alias }) => alias === name);
    if (link) return findOrigin(resolveSource(file, specifier), link.name);
  }
  return { file, name };
}
