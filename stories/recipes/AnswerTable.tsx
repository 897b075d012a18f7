import type { ReactElement } from 'react';

export type Row = Readonly<Record<string, unknown>>;

/** The rows of an object of an answer, which may still be arriving. */
export function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}

const cellText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** A table of whatever columns the answer has. */
export function AnswerTable({ rows }: { rows: readonly Row[] }): ReactElement | null {
  if (rows.length === 0) return null;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on narrow screens, so the keyboard has to get there
    <div className="st-scroll" tabIndex={0}>
      <table className="st-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of an answer have no name of their own
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>{cellText(row[column] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
