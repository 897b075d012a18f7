import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type TypeScript from '../../tools/docgen/node_modules/typescript/lib/typescript.js';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
// The last TypeScript with an API in JavaScript.
const fromDocgen = createRequire(new URL('../../tools/docgen/package.json', import.meta.url));

const CLASS_NAME = 'Class names that are added to the root element.';

export interface FieldDoc {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
  default?: string;
}

export type ApiKind = 'component' | 'hook' | 'function' | 'value' | 'type' | 'family';

export interface ApiDoc {
  name: string;
  kind: ApiKind;
  /** The entries that export it, such as `image-chat-kit/core`. */
  entries: string[];
  description: string;
  /** Parameters and result of a function, or the text of a type that is no list of fields. */
  signature: string;
  /** Props of a component, options of a hook or function, fields of a type. */
  fields: FieldDoc[];
  /** Fields of what a hook or function returns. */
  result: FieldDoc[];
  /** Parts of a family, such as `Tray.Item` of `Tray`. */
  members: ApiDoc[];
}

interface Entry {
  name: string;
  file: string;
}

/** The entries of the package in the order of their importance, each with its source. */
function entryFiles(): Entry[] {
  const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const base = target.types.replace('./dist/', `${root}src/`).replace(/\.d\.ts$/, '');
    const file = [`${base}.ts`, `${base}.tsx`].find((one) => existsSync(one));
    return file === undefined ? [] : [{ name: manifest.name + subpath.slice(1), file }];
  });
  // The core is the home of what the root exports again.
  return entries.toSorted((a, b) => rank(a.name) - rank(b.name));
}

const rank = (name: string): number => {
  const at = ['image-chat-kit/core', 'image-chat-kit'].indexOf(name);
  return at === -1 ? 2 : at;
};

const isOurs = (declaration: TypeScript.Declaration): boolean =>
  !declaration.getSourceFile().fileName.includes('node_modules');
/** One line, as a person would write it. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/^\| /g, '')
    .replaceAll('( ', '(')
    .replaceAll(/,? \)/g, ')');
const withoutComments = (text: string): string => text.replaceAll(/\/\*\*[^]*?\*\//g, '');
const textOf = (node: TypeScript.Node): string => tidy(withoutComments(node.getText()));

/**
 * Reads what the package exports from its sources: functions with their options and results, props of components, fields
 * of types, all with the words of their comments. The types are shown as they are written.
 */
export function readApi(): ApiDoc[] {
  const ts: typeof TypeScript = fromDocgen('typescript');
  const entries = entryFiles();
  const { config } = ts.readConfigFile(`${root}tsconfig.dom.json`, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();

  const targetOf = (symbol: TypeScript.Symbol): TypeScript.Symbol =>
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const words = (symbol: TypeScript.Symbol): string =>
    ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .replaceAll(/\n(?!\n|\s*[-*] )/g, ' ')
      .trim();
  const defaultOf = (symbol: TypeScript.Symbol): string | undefined => {
    const tag = symbol.getJsDocTags(checker).find((one) => one.name === 'defaultValue');
    return tag && ts.displayPartsToString(tag.text).replaceAll(/\s+/g, ' ');
  };

  function typeText(symbol: TypeScript.Symbol): string {
    const [declaration] = symbol.declarations ?? [];
    if (declaration && ts.isMethodSignature(declaration)) {
      return tidy(withoutComments(declaration.getText()).replace(/^[\w?]+/, ''));
    }
    if (declaration && 'type' in declaration && declaration.type) {
      return tidy(withoutComments((declaration.type as TypeScript.TypeNode).getText()));
    }
    const type = checker.getTypeOfSymbol(symbol);
    return tidy(checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation));
  }

  function fieldsOf(type: TypeScript.Type): FieldDoc[] {
    const nonNull = checker.getNonNullableType(type);
    return nonNull
      .getProperties()
      .filter((symbol: TypeScript.Symbol) => symbol.declarations?.some(isOurs))
      .map((symbol: TypeScript.Symbol): FieldDoc => {
        const value = defaultOf(symbol);
        return {
          name: symbol.name,
          type: typeText(symbol).replace(/ \| undefined$/, ''),
          isRequired: (symbol.flags & ts.SymbolFlags.Optional) === 0,
          description: words(symbol) || (symbol.name === 'className' ? CLASS_NAME : ''),
          ...(value !== undefined && { default: value }),
        };
      });
  }

  /** Whether a list of fields says what a type is. */
  const isRecord = (type: TypeScript.Type): boolean =>
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    type.getCallSignatures().length === 0 &&
    !checker.isArrayType(type) &&
    type.symbol?.declarations?.some(isOurs) === true;

  function signatureText(name: string, signature: TypeScript.Signature): string {
    const declaration = signature.getDeclaration();
    const generics = declaration.typeParameters?.map(textOf).join(', ');
    const parameters = declaration.parameters.map((one) => {
      const type = one.type ? `: ${textOf(one.type)}` : '';
      const isObject = !ts.isIdentifier(one.name);
      return `${one.dotDotDotToken ? '...' : ''}${isObject ? 'options' : one.name.text}${
        one.questionToken || one.initializer ? '?' : ''
      }${type}`;
    });
    const result = declaration.type
      ? textOf(declaration.type)
      : checker.typeToString(signature.getReturnType());
    const long = parameters.join(', ').length + name.length > 70;
    const list = long ? `\n  ${parameters.join(',\n  ')},\n` : parameters.join(', ');
    return `${name}${generics ? `<${generics}>` : ''}(${list}): ${result}`;
  }

  function ofFunction(symbol: TypeScript.Symbol, doc: ApiDoc): ApiDoc {
    const [signature] = checker
      .getTypeOfSymbol(symbol)
      .getCallSignatures()
      .toSorted((a, b) => b.parameters.length - a.parameters.length);
    if (!signature) {
      const type = checker.getTypeOfSymbol(symbol);
      return {
        ...doc,
        kind: 'value',
        signature: `${doc.name}: ${tidy(checker.typeToString(type))}`,
      };
    }
    const returned = checker.getAwaitedType(signature.getReturnType());
    const records = signature.parameters
      .map((one) => checker.getNonNullableType(checker.getTypeOfSymbol(one)))
      .filter(isRecord);
    return {
      ...doc,
      kind: /^use[A-Z]/.test(doc.name) ? 'hook' : 'function',
      signature: signatureText(doc.name, signature),
      fields: records.slice(-1).flatMap(fieldsOf),
      result: returned && isRecord(returned) ? fieldsOf(returned) : [],
    };
  }

  function ofComponent(symbol: TypeScript.Symbol, doc: ApiDoc): ApiDoc {
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const [props] = signature?.parameters ?? [];
    return {
      ...doc,
      kind: 'component',
      fields: props ? fieldsOf(checker.getTypeOfSymbol(props)) : [],
    };
  }

  function isComponent(symbol: TypeScript.Symbol, name: string): boolean {
    if (!/^[A-Z]/.test(name) || name.endsWith('Context')) return false;
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    if (!signature) return false;
    return /Element|ReactNode/.test(checker.typeToString(signature.getReturnType()));
  }

  function ofType(symbol: TypeScript.Symbol, doc: ApiDoc): ApiDoc {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const fields = isRecord(type) ? fieldsOf(type) : [];
    const alias = symbol.declarations?.find((one) => ts.isTypeAliasDeclaration(one));
    if (!alias || fields.length > 0) return { ...doc, kind: 'type', fields };
    const lines = withoutComments(alias.type.getText())
      .split('\n')
      .filter((line) => line.trim());
    return { ...doc, kind: 'type', signature: `type ${doc.name} = ${lines.join('\n')}` };
  }

  function read(alias: TypeScript.Symbol, name: string, entry: string): ApiDoc {
    const symbol = targetOf(alias);
    const doc: ApiDoc = {
      name,
      kind: 'type',
      entries: [entry],
      description: words(symbol),
      signature: '',
      fields: [],
      result: [],
      members: [],
    };
    if ((symbol.flags & ts.SymbolFlags.ValueModule) !== 0) {
      const members = checker
        .getExportsOfModule(symbol)
        .map((one) => read(one, one.name, entry))
        .filter(({ kind }) => kind === 'component');
      return { ...doc, kind: 'family', members };
    }
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) return ofType(symbol, doc);
    if (isComponent(symbol, name)) return ofComponent(symbol, doc);
    if ((symbol.flags & ts.SymbolFlags.Class) !== 0) {
      return { ...doc, kind: 'value', fields: fieldsOf(checker.getDeclaredTypeOfSymbol(symbol)) };
    }
    return ofFunction(symbol, doc);
  }

  const found = new Map<TypeScript.Symbol, ApiDoc>();
  for (const { name: entry, file } of entries) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    for (const alias of module ? checker.getExportsOfModule(module) : []) {
      const known = found.get(targetOf(alias));
      if (known) known.entries.push(entry);
      else found.set(targetOf(alias), read(alias, alias.name, entry));
    }
  }
  return [...found.values()];
}
