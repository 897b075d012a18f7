import { type ReactElement, useId } from 'react';
import type { Exchange } from '../../react/devtools/traces.js';
import { field, labelText } from '../styled/connecting/connecting-styles.js';

export interface ExchangeChooserProps {
  exchanges: readonly Exchange[];
  selected: Exchange | undefined;
  onSelect: (number: number) => void;
}

/** The requests, one of which the panels show. */
export function ExchangeChooser(props: ExchangeChooserProps): ReactElement | null {
  const { exchanges, selected, onSelect } = props;
  const id = useId();
  if (!selected || exchanges.length < 2) return null;
  return (
    <div className="ik:grid ik:gap-1">
      <label htmlFor={id} className={labelText}>
        Request
      </label>
      <select
        id={id}
        className={`${field} ik:text-sm`}
        value={selected.number}
        onChange={({ target }) => onSelect(Number(target.value))}
      >
        {exchanges.map(({ number, request, status }) => (
          <option key={number} value={number}>
            {`${number}: ${request.request.path}${status === undefined ? '' : `, HTTP ${status}`}`}
          </option>
        ))}
      </select>
    </div>
  );
}
