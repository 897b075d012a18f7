import { dirname, parse, relative } from 'node:path';
import type { PublicName } from './public-names.ts';
import { findOrigin, readModule, resolveSource, type NamedLink } from './read-module.ts';

export interface RegistryFile {
  path: string;
  type: 'registry:component';
  /** Below the folder that a project calls its components. */
  target: string;
  content: string;
}

export interface CollectedFiles {
  files: RegistryFile[];
  /** Packages that they import. */
  dependencies: string[];
}

type FindPublicName = (file: string, name: string) => PublicName | undefined;

const FOLDER = 'components/image-chat-kit';
const STYLED = 'src/components/styled/';

const isStyled = (file: string): boolean => file.startsWith(STYLED);

/** There may be only one of it among all that use it. */
const makesContext = (file: string): boolean =>
  /\bcreate(?:Part)?Context\b/.test(readModule(file).text);

/** A styled part keeps its place in the folder; what it needs and the package does not export goes beside it. */
const targetOf = (file: string): string =>
  isStyled(file)
    ? `${FOLDER}/${file.slice(STYLED.length)}`
    : `${FOLDER}/internals/${file.slice('src/'.length)}`;

/**
 * The sources of a styled part as files of an app, with the styled parts in it: of the rest, what the package exports is
 * imported from there, and everything else is taken along.
 *
 * @throws Error where a file would be copied that may exist only once, as a context does
 */
export function collectFiles(entry: string, findPublicName: FindPublicName): CollectedFiles {
  const contents = new Map<string, string>();
  const dependencies = new Set<string>();

  function takeAlong(file: string): void {
    if (contents.has(file)) return;
    const { text, imports, reexports, dynamic } = readModule(file);
    // Styled parts that share a context are copied together, so that theirs is one too.
    if (makesContext(file) && !isStyled(file)) {
      throw new Error(
        `${file} makes a context, and a copy of it would be another one. Export what is needed of it from src/index.ts.`,
      );
    }
    contents.set(file, '');
    let content = text;
    for (const link of imports) {
      content = content.replace(link.statement, rewrite(file, link, 'import'));
    }
    for (const link of reexports) {
      content = content.replace(link.statement, rewrite(file, link, 'export'));
    }
    for (const { statement, specifier } of dynamic) {
      content = content.replace(statement, `import('${laterFrom(file, specifier)}')`);
    }
    if (/from '\.[^']*\.js'/.test(content)) {
      throw new Error(`${file} has an import in a form that the registry cannot rewrite.`);
    }
    contents.set(file, content);
  }

  function copyOf(file: string, origin: string): string {
    takeAlong(origin);
    const path = relative(dirname(targetOf(file)), targetOf(origin)).replace(/\.tsx?$/, '');
    return path.startsWith('.') ? path : `./${path}`;
  }

  function rewrite(
    file: string,
    { specifier, statement, names }: NamedLink,
    keyword: 'import' | 'export',
  ): string {
    if (!specifier.startsWith('.')) {
      dependencies.add(specifier);
      return statement;
    }
    const source = resolveSource(file, specifier);
    const bySpecifier = new Map<string, string[]>();
    const members: string[] = [];
    for (const { name, alias, isType } of names) {
      const origin = findOrigin(source, name);
      const isTheirs = isStyled(origin.file) && !makesContext(origin.file);
      const found = isTheirs ? undefined : findPublicName(source, name);
      if (found?.namespace !== undefined) {
        const { subpath, namespace } = found;
        // A styled part may have the name of the namespace.
        const parts = `${namespace}Parts`;
        const taken = bySpecifier.get(subpath) ?? [];
        bySpecifier.set(subpath, [...new Set([...taken, `${namespace} as ${parts}`])]);
        members.push(`${isType ? 'type' : 'const'} ${alias} = ${parts}.${found.name};\n`);
        continue;
      }
      const from = found?.subpath ?? copyOf(file, origin.file);
      const original = found?.name ?? origin.name;
      const written = `${isType ? 'type ' : ''}${original}${original === alias ? '' : ` as ${alias}`}`;
      bySpecifier.set(from, [...(bySpecifier.get(from) ?? []), written]);
    }
    const links = Array.from(
      bySpecifier,
      ([from, written]) => `${keyword} { ${written.join(', ')} } from '${from}';\n`,
    );
    return [...links, ...members].join('');
  }

  /** Where code that loads later comes from. The package's main entry would bring everything else with it. */
  function laterFrom(file: string, specifier: string): string {
    const source = resolveSource(file, specifier);
    const found = isStyled(source) ? undefined : findPublicName(source, parse(source).name);
    return found && found.subpath !== 'image-chat-kit' ? found.subpath : copyOf(file, source);
  }

  takeAlong(entry);
  return {
    files: Array.from(contents, ([file, content]) => ({
      path: targetOf(file),
      type: 'registry:component',
      target: `@${targetOf(file)}`,
      content,
    })),
    dependencies: [
      'image-chat-kit',
      ...[...dependencies].filter((name) => !/^react(-dom)?$/.test(name)).toSorted(),
    ],
  };
}
