import type { ComponentType } from 'react';
import { orderProps } from './prop-categories.js';

interface Documented {
  displayName?: string;
  __docgenInfo?: {
    props: Record<string, { name: string; required: boolean; type: { name: string } }>;
  };
  isSample?: true;
}

/** Shows code that can be pasted, in place of the story's own, which is full of samples. */
export const usage = (code: string): { code: string; language: 'tsx' } => ({
  code: code.trim(),
  language: 'tsx',
});

/** Lets the docs page of a sample show the component that it is a sample of: its name, its props and their types. */
export function sampleOf<Props>(
  component: object,
  sample: ComponentType<Props>,
): ComponentType<Props> {
  const { displayName, __docgenInfo } = component as Documented;
  return Object.assign(sample, { displayName, __docgenInfo, isSample: true });
}

interface Row {
  control?: unknown;
  options?: readonly unknown[];
  table?: object;
  type?: { name: string } | string;
}

const typed = new Set(['boolean', 'string', 'number', 'enum']);

/**
 * Leaves the controls that a visitor can use: what can be typed or chosen, of the arguments of a story, and of a component that is
 * shown as it is also of its other props. Nobody writes a connection into a form. The docs page lists all props without this.
 */
export function usefulControls<Rows extends Record<string, Row>>(context: {
  argTypes: Rows;
  component?: unknown;
  initialArgs: Readonly<Record<string, unknown>>;
}): Rows {
  const { argTypes, initialArgs } = context;
  const { isSample, __docgenInfo } = (context.component ?? {}) as Documented;
  const props = __docgenInfo?.props;
  const isUseful = (name: string, row: Row): boolean => {
    if (name === 'className') return false;
    if (props && !(name in props)) return false;
    if (props && isSample && !(name in initialArgs)) return false;
    const type = typeof row.type === 'object' ? row.type.name : row.type;
    // What a text would do is rarely seen, such as that of a key under which something is stored.
    if (type === 'string' && !(name in initialArgs) && !literalsOf(props?.[name]?.type.name)) {
      return false;
    }
    return row.control !== undefined || typed.has(type ?? '');
  };
  const ordered = props ? orderProps(props) : [];
  const places = new Map(ordered.map(({ name }, index) => [name, index]));
  const placeOf = (name: string): number => places.get(name) ?? Infinity;
  const categories = new Map(ordered.map(({ name, category }) => [name, category]));
  const rows = Object.entries({ ...namesOf(initialArgs), ...argTypes }).map(
    ([name, row]): [string, Row] => {
      if (!isUseful(name, row)) return [name, { ...row, table: { disable: true } }];
      const category = categories.get(name);
      const options = literalsOf(props?.[name]?.type.name);
      return [
        name,
        {
          ...(options && {
            options,
            control: { type: options.length > 4 ? 'select' : 'inline-radio' },
          }),
          ...row,
          ...(category && { table: { ...row.table, category } }),
        },
      ];
    },
  );
  return Object.fromEntries(
    rows.toSorted(([one], [other]) => placeOf(one) - placeOf(other) || 0),
  ) as Rows;
}

/** Storybook lists every argument that has no row. */
const namesOf = (args: Readonly<Record<string, unknown>>): Record<string, Row> =>
  Object.fromEntries(Object.keys(args).map((name) => [name, {}]));

/** Returns the choices of a type that is nothing but literals, such as `'popup' | 'modal'`. */
function literalsOf(type = ''): string[] | undefined {
  const members = type.split(' | ');
  const literals = members.flatMap((member) => /^["']([^"']*)["']$/.exec(member)?.[1] ?? []);
  return members.length > 1 && literals.length === members.length ? literals : undefined;
}
