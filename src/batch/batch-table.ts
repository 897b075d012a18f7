/** Exports the answers of a batch for other programs. */
import type { BatchRow } from './image-types.js';

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

/** Returns CSV with one line per image, for spreadsheets. Answers are escaped so that none runs as a formula. */
export function batchCsv(rows: readonly BatchRow[]): Blob {
  const lines = rows.map((row) => cells(row).map(csvCell).join(','));
  const text = lines.map((line) => `${line}\r\n`);
  return new Blob([BYTE_ORDER_MARK, `${COLUMNS.join(',')}\r\n`, ...text], {
    type: 'text/csv;charset=utf-8',
  });
}

/** Returns the same as JSON lines. */
export function batchJsonl(rows: readonly BatchRow[]): Blob {
  const lines = rows.map((row) => {
    const values = cells(row);
    const fields = COLUMNS.map((name, index) => [name, values[index]]);
    return `${JSON.stringify(Object.fromEntries(fields))}\n`;
  });
  return new Blob(lines, { type: 'application/jsonl' });
}

function cells({ name, result }: BatchRow): (string | number | undefined)[] {
  const { customId, status } = result;
  if (result.status !== 'succeeded') {
    return [name, customId, status, undefined, undefined, undefined, result.error.message];
  }
  const { text, refusal, inputTokens, outputTokens } = result.answer;
  return [name, customId, status, text || refusal, inputTokens, outputTokens, undefined];
}

function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return `${value}`;
  if (value === undefined) return '';
  const text = /^[=+\-@\t\r]/.test(value) && !/^[+-]?[\d.,]+$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
