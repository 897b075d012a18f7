import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import type { PropDoc } from '../scripts/props-of-components.ts';
import { orderProps } from '../stories/shared/prop-categories.js';

/** The props of a component. In a narrow window, each is a block of its own in place of a row. */
export function PropsTable({ props }: { props: Record<string, PropDoc> }): ReactElement {
  const groups = Map.groupBy(orderProps(props), ({ category }) => category);
  return (
    <table className="docs-props sb-unstyled">
      <thead>
        <tr>
          <th scope="col">Prop</th>
          <th scope="col">What it does, and its type</th>
          <th scope="col">Default</th>
        </tr>
      </thead>
      {[...groups].map(([category, members]) => (
        <tbody key={category ?? ''}>
          {category && (
            <tr className="docs-category">
              <th scope="rowgroup" colSpan={3}>
                {category}
              </th>
            </tr>
          )}
          {members.map(({ name }) => {
            const prop = props[name];
            return prop && <PropRow key={name} prop={prop} />;
          })}
        </tbody>
      ))}
    </table>
  );
}

const literal = /^(true|false|null|undefined|-?\d+(\.\d+)?|'[^']*'|`[^`]*`)$/;

function PropRow({ prop }: { prop: PropDoc }): ReactElement {
  const value = prop.defaultValue?.value;
  return (
    <tr>
      <th scope="row">
        {prop.name}
        {prop.required && <span className="docs-required">required</span>}
      </th>
      <td>
        <Markdown>{prop.description}</Markdown>
        <code className="docs-type">{prop.type.name}</code>
      </td>
      <td className="docs-default">
        {value !== undefined && (literal.test(value) ? <code>{value}</code> : value)}
      </td>
    </tr>
  );
}
