/** A value of any shape: objects as lists of fields, lists of objects as tables. */
import type { ReactElement } from 'react';
import { isRecord } from '../../../internal/read-value.js';
import { formatNumber } from '../../words/format-number.js';
import { useWords } from '../../words/WordsProvider.js';
import { usePartWords } from '../messages/use-part-words.js';

/** Deeper values are shown as JSON. */
const MAX_DEPTH = 4;
/** A longer table would block the page. */
const MAX_ROWS = 200;
/** More columns than this are no table that anybody reads. */
const MAX_COLUMNS = 50;

interface ValueProps {
  value: unknown;
  depth: number;
}

export function ValueView({ value, depth }: ValueProps): ReactElement {
  const words = usePartWords();
  const { locale } = useWords();
  if (value === null || value === undefined || value === '') return <>–</>;
  if (typeof value === 'boolean') return <>{value ? words.yes : words.no}</>;
  if (typeof value === 'number') {
    // A year is not a quantity: digits are not grouped.
    const options = { useGrouping: false, maximumFractionDigits: 20 };
    return <>{formatNumber(value, locale, options)}</>;
  }
  if (Array.isArray(value) && depth <= MAX_DEPTH) return <ListView list={value} depth={depth} />;
  if (isPlain(value) && depth <= MAX_DEPTH) return <Fields fields={value} depth={depth} />;
  const text = typeof value === 'string' ? value : asText(value);
  const wrap = isWord(text) ? 'ik:whitespace-nowrap' : 'ik:whitespace-pre-wrap ik:wrap-anywhere';
  return <bdi className={wrap}>{text}</bdi>;
}

function ListView({ list, depth }: { list: readonly unknown[]; depth: number }): ReactElement {
  if (list.length > 0 && list.every(isPlain)) return <Table rows={list} depth={depth} />;
  if (list.length === 0) return <>–</>;
  return (
    <ul className="ik:list-disc ik:ps-5">
      {list.slice(0, MAX_ROWS).map((item, index) => (
        <li key={index}>
          <ValueView value={item} depth={depth + 1} />
        </li>
      ))}
      <More count={list.length - MAX_ROWS} />
    </ul>
  );
}

function More({ count }: { count: number }): ReactElement | null {
  const words = usePartWords();
  return count > 0 ? <li className="ik:list-none ik:text-ink-3">{words.moreRows(count)}</li> : null;
}

type Row = Readonly<Record<string, unknown>>;

function Table({ rows, depth }: { rows: readonly Row[]; depth: number }): ReactElement {
  const words = usePartWords();
  const shown = rows.slice(0, MAX_ROWS);
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))].slice(0, MAX_COLUMNS);
  const isNumeric = (column: string): boolean =>
    shown.every((row) => typeof (row[column] ?? 0) === 'number');
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide tables are scrolled, also by keyboard
      tabIndex={0}
      className="ik:max-w-full ik:overflow-x-auto ik:rounded-md ik:border ik:border-line"
    >
      <table className="ik:w-full ik:border-collapse ik:text-start">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`ik:border-b ik:border-line ik:bg-sunken ik:px-2.5 ik:py-1.5 ik:text-xs ik:font-medium ik:whitespace-nowrap ik:text-ink-2 ${isNumeric(column) ? 'ik:text-end' : 'ik:text-start'}`}
              >
                <bdi>{titleOf(column)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index} className="ik:not-first:border-t ik:not-first:border-line">
              {columns.map((column) => (
                <td
                  key={column}
                  className={`ik:px-2.5 ik:py-1.5 ik:align-top ${isNumeric(column) ? 'ik:text-end ik:tabular-nums' : 'ik:text-start'}`}
                >
                  <ValueView value={row[column]} depth={depth + 1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MAX_ROWS && (
        <p className="ik:px-2.5 ik:py-1.5 ik:text-xs ik:text-ink-3">
          {words.moreRows(rows.length - MAX_ROWS)}
        </p>
      )}
    </div>
  );
}

function Fields({ fields, depth }: { fields: Row; depth: number }): ReactElement {
  return (
    <dl className="ik:m-0 ik:grid ik:grid-cols-1 ik:gap-y-2">
      {Object.entries(fields).map(([name, value]) => {
        const isWide = typeof value === 'object' && value !== null;
        return (
          <div key={name} className={isWide ? 'ik:col-span-full ik:grid ik:gap-1' : 'ik:grid'}>
            <dt className="ik:text-ink-3">
              <bdi>{titleOf(name)}</bdi>
            </dt>
            <dd className="ik:m-0 ik:min-w-0 ik:wrap-anywhere ik:tabular-nums">
              <ValueView value={value} depth={depth + 1} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Whether a text stays on one line: a date is not broken at its hyphens. */
const isWord = (text: string): boolean => text.length <= 16 && !/\s/.test(text);

function isPlain(value: unknown): value is Row {
  return isRecord(value) && !(value instanceof Date);
}

/** Returns "Unit price" for `unit_price` and `unitPrice`. */
export function titleOf(name: string): string {
  const words = name
    .replaceAll(
      /([a-z\d])([A-Z]+)/g,
      (_, before: string, capitals: string) =>
        // An abbreviation stays one: “tax ID”.
        `${before} ${capitals.length === 1 ? capitals.toLowerCase() : capitals}`,
    )
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function asText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '–' : value.toISOString();
  try {
    return JSON.stringify(value) ?? '–';
  } catch {
    return '–';
  }
}
