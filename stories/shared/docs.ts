import type { ComponentType } from 'react';

interface Documented {
  displayName?: string;
  __docgenInfo?: { props: object };
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
  type?: { name: string } | string;
}

const typed = new Set(['boolean', 'string', 'number', 'enum']);

/**
 * Lists the props that a component documents, and no others. A control moves what a story passes on, and of a component
 * that is shown as it is also what can be typed or chosen: nobody writes a connection into a form.
 */
export function documentedProps<Rows extends Record<string, Row>>(context: {
  argTypes: Rows;
  component?: unknown;
  initialArgs: Readonly<Record<string, unknown>>;
}): Rows {
  const { isSample, __docgenInfo } = (context.component ?? {}) as Documented;
  const props = __docgenInfo?.props;
  if (!props) return context.argTypes;
  const rows = Object.entries(context.argTypes)
    .filter(([name]) => name in props)
    .map(([name, row]) => {
      const type = typeof row.type === 'object' ? row.type.name : row.type;
      const canMove = name in context.initialArgs || !isSample;
      return [name, canMove && typed.has(type ?? '') ? row : { ...row, control: false }];
    });
  return Object.fromEntries(rows) as Rows;
}
