import type { ComponentType } from 'react';
import { orderProps } from './prop-categories.js';

interface Documented {
  displayName?: string;
  __docgenInfo?: { props: Record<string, { name: string; required: boolean }> };
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
  table?: object;
  type?: { name: string } | string;
}

const typed = new Set(['boolean', 'string', 'number', 'enum']);

/**
 * Lists the props that a component documents, by category if there are many, and hides the arguments of stories. A control
 * changes what a story passes on, and of a component that is shown as it is also what can be typed or chosen: nobody writes
 * a connection into a form.
 */
export function documentedProps<Rows extends Record<string, Row>>(context: {
  argTypes: Rows;
  component?: unknown;
  initialArgs: Readonly<Record<string, unknown>>;
}): Rows {
  const { argTypes, initialArgs } = context;
  const { isSample, __docgenInfo } = (context.component ?? {}) as Documented;
  const props = __docgenInfo?.props;
  if (!props) return argTypes;
  const documented = orderProps(props).flatMap(({ name, category }) => {
    const row = argTypes[name];
    if (!row) return [];
    const type = typeof row.type === 'object' ? row.type.name : row.type;
    const canChange = (name in initialArgs || !isSample) && typed.has(type ?? '');
    const table = { ...row.table, ...(category && { category }) };
    return [[name, { ...row, table, ...(!canChange && { control: false }) }]];
  });
  // Storybook lists every argument that has no row.
  const hidden = Object.keys(initialArgs)
    .filter((name) => !(name in props))
    .map((name) => [name, { ...argTypes[name], table: { disable: true } }]);
  return Object.fromEntries([...documented, ...hidden]) as Rows;
}
