import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, type ESTree } from 'vite';

/** A name in a module, or a whole module as a namespace. */
export interface Place {
  file: string;
  /** `*` for the namespace. */
  name: string;
}

/** What a file of declarations says. */
export interface DeclaredModule {
  /** Text of each declaration, without comments. Overloads are one text. */
  declared: Map<string, string>;
  /** What is imported from other files, by local name. */
  imported: Map<string, Place>;
  exported: Map<string, Place>;
  /** Files of which all names are exported. */
  stars: string[];
}

const modules = new Map<string, DeclaredModule>();

/** Parses a file of declarations as the compiler writes them. */
export function readModule(file: string): DeclaredModule {
  const known = modules.get(file);
  if (known) return known;
  const source = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const module: DeclaredModule = {
    declared: new Map(),
    imported: new Map(),
    exported: new Map(),
    stars: [],
  };
  modules.set(file, module);

  const textOf = ({ start, end }: ESTree.Span): string => {
    let text = source.slice(start, end);
    for (const comment of comments.toReversed()) {
      if (comment.start < start || comment.end > end) continue;
      text = text.slice(0, comment.start - start) + text.slice(comment.end - start);
    }
    return text
      .replace(/^(export )?(default )?(declare )?/, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.trimEnd().replace(/^( +)/, (space) => ' '.repeat(space.length / 2)))
      .join('\n');
  };

  const declare = (statement: ESTree.Node, span: ESTree.Span): string[] => {
    const names = namesOf(statement);
    for (const name of names) {
      const before = module.declared.get(name);
      module.declared.set(name, before ? `${before}\n${textOf(span)}` : textOf(span));
    }
    return names;
  };

  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = resolve(file, statement.source.value);
      for (const one of from ? statement.specifiers : []) {
        const name =
          one.type === 'ImportSpecifier'
            ? nameOf(one.imported)
            : one.type === 'ImportNamespaceSpecifier'
              ? '*'
              : 'default';
        module.imported.set(one.local.name, { file: from ?? '', name });
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      const from = resolve(file, statement.source.value);
      if (!from) throw new Error(`${file} exports all of a package.`);
      if (statement.exported)
        module.exported.set(nameOf(statement.exported), { file: from, name: '*' });
      else module.stars.push(from);
    } else if (statement.type === 'ExportNamedDeclaration') {
      if (statement.declaration) {
        for (const name of declare(statement.declaration, statement)) {
          module.exported.set(name, { file, name });
        }
      }
      const from = statement.source ? resolve(file, statement.source.value) : undefined;
      for (const { local, exported } of statement.specifiers) {
        const name = nameOf(local);
        if (statement.source && !from) module.declared.set(name, textOf(statement));
        module.exported.set(nameOf(exported), { file: from ?? file, name });
      }
    } else if (statement.type === 'ExportDefaultDeclaration') {
      module.declared.set('default', textOf(statement));
      module.exported.set('default', { file, name: 'default' });
    } else {
      declare(statement, statement);
    }
  }
  return module;
}

const nameOf = (node: ESTree.ModuleExportName): string =>
  node.type === 'Literal' ? node.value : node.name;

function namesOf(statement: ESTree.Node): string[] {
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  if ('id' in statement && statement.id && 'name' in statement.id) return [statement.id.name];
  return [];
}

/** Returns the file of declarations that a relative import names, and `undefined` for a package. */
export function resolve(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return join(dirname(file), specifier.replace(/\.js$/, '.d.ts'));
}
