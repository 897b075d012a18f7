/** Exports the answers of a batch for other programs. */
import type { BatchRow } from './image-types.js';
import { objectLines } from './object-lines.js';

const COLUMNS = [
  'image',
  'custom_id',
  'status',
  'answer',
  'input_tokens',
  'output_tokens',
  'error',
];
/** The byte order mark. Without it, spreadsheets assume a legacy encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Returns CSV with one line per image, for spreadsheets. With a `responseSchema`, each field is a column `answer.…`, and an
 * answer that is a list has a line for each of its objects. Answers are escaped so that none runs as a formula.
 */
export function batchCsv(rows: readonly BatchRow[]): Blob {
  const lines = rows.flatMap((row) => {
    const objects = objectLines(row.result.answer?.object) ?? [];
    return (objects.length > 0 ? objects : [{}]).map((object) => ({ row, object }));
  });
  const fields = [...new Set(lines.flatMap(({ object }) => Object.keys(object)))];
  const header = [...COLUMNS, ...fields.map((field) => csvCell(`answer.${field}`))];
  const text = lines.map(({ row, object }) =>
    [...cells(row), ...fields.map((field) => cellOf(object[field]))].map(csvCell).join(','),
  );
  return new Blob([BYTE_ORDER_MARK, ...[header.join(','), ...text].map((line) => `${line}\r\n`)], {
    type: 'text/csv;charset=utf-8',
  });
}

/** Returns the same as JSON lines, with the object of an answer as `object`. */
export function batchJsonl(rows: readonly BatchRow[]): Blob {
  const lines = rows.map((row) => {
    const values = cells(row);
    const fields = COLUMNS.map((name, index) => [name, values[index]]);
    const { object } = row.result.answer ?? {};
    return `${JSON.stringify({ ...Object.fromEntries(fields), object: object?.value })}\n`;
  });
  return new Blob(lines, { type: 'application/jsonl' });
}

function cells({ name, result }: BatchRow): (string | number | undefined)[] {
  const { customId, status } = result;
  if (result.status !== 'succeeded') {
    return [name, customId, status, undefined, undefined, undefined, result.error.message];
  }
  const { text, refusal, inputTokens, outputTokens, object } = result.answer;
  const problems = object?.problems.map(({ path, message }) =>
    [path, message].filter(Boolean).join(': '),
  );
  const error = problems?.join('; ') || undefined;
  return [name, customId, status, text || refusal, inputTokens, outputTokens, error];
}

/** Returns a value of a field: numbers and text as they are, anything else as JSON. */
function cellOf(value: unknown): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return `${value}`;
  if (value === undefined) return '';
  const text = /^[=+\-@\t\r]/.test(value) && !/^[+-]?[\d.,]+$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
