import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const components = fileURLToPath(new URL('../src/components/', import.meta.url));

/** What a docs page shows of one prop, in the shape that Storybook reads from a component's `__docgenInfo`. */
export interface PropDoc {
  name: string;
  required: boolean;
  description: string;
  defaultValue: { value: string } | null;
  type: { name: string };
}

export interface ComponentDoc {
  displayName: string;
  description: string;
  props: Record<string, PropDoc>;
}

interface ParsedProp extends Omit<PropDoc, 'type'> {
  type: { name: string; raw?: string; value?: readonly { value: string }[] };
  tags?: Record<string, string>;
}

interface ParsedComponent extends Omit<ComponentDoc, 'props'> {
  props: Record<string, ParsedProp>;
}

// Both are in a workspace of their own: the parser needs the API that TypeScript 7 no longer has.
const fromDocgen = createRequire(new URL('../tools/docgen/package.json', import.meta.url));

/** Makes a reader of the components of a file, whose props have their types spelled out wherever they come from. */
export function createPropsReader(): (file: string) => ComponentDoc[] {
  const ts = fromDocgen('typescript');
  const { withCompilerOptions } = fromDocgen('react-docgen-typescript');
  const { config } = ts.readConfigFile(`${root}tsconfig.dom.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const parser = withCompilerOptions(options, {
    shouldExtractLiteralValuesFromEnum: true,
    shouldRemoveUndefinedFromOptional: true,
    shouldIncludePropTagMap: true,
    // The attributes of elements are documented elsewhere.
    propFilter: ({ parent }: { parent?: { fileName: string } }) =>
      !parent?.fileName.includes('node_modules'),
  });
  const entries = globSync('src/*.ts', { cwd: root }).map((file) => `${root}${file}`);
  const program = ts.createProgram(entries, options);
  const parse = (file: string): ParsedComponent[] =>
    parser.parseWithProgramProvider(file, () => program);
  return (file) =>
    parse(file)
      // Hooks and constants look like components to the parser.
      .filter(({ displayName }) => /^[A-Z][a-z]/.test(displayName))
      .map(({ displayName, description, props }) => ({
        displayName,
        description,
        props: Object.fromEntries(
          Object.entries(props).map(([name, prop]) => [name, propDoc(prop)]),
        ),
      }));
}

function propDoc({ name, required, description, tags = {}, type }: ParsedProp): PropDoc {
  const value = tags['defaultValue'];
  const [words = ''] = description.split(/(?:^|\n)@/);
  const ofClasses = name === 'className' ? 'Class names that are added to the root element.' : '';
  return {
    name,
    required,
    description: words || ofClasses,
    defaultValue: value === undefined ? null : { value },
    type: { name: spelledOut(type) },
  };
}

function spelledOut({ name, raw, value }: ParsedProp['type']): string {
  return name === 'enum' ? (value?.map((one) => one.value).join(' | ') ?? raw ?? name) : name;
}

/** Gives the components of the kit what Storybook's docs pages show of their props. */
export function propsOfComponents(): Plugin {
  let read: ReturnType<typeof createPropsReader> | undefined;
  return {
    name: 'props-of-components',
    transform(source, id) {
      const [file = ''] = id.split('?');
      if (!file.startsWith(components) || !file.endsWith('.tsx')) return undefined;
      read ??= createPropsReader();
      const assignments = read(file)
        .filter(({ displayName }) => new RegExp(`^export .*\\b${displayName}\\b`, 'm').test(source))
        .map((doc) => `${doc.displayName}.__docgenInfo = ${JSON.stringify(doc)};`);
      if (assignments.length === 0) return undefined;
      return { code: `${source}\n${assignments.join('\n')}\n`, map: null };
    },
  };
}
