/** A message of a provider in docs/errors.md. */
export interface KnownMessage {
  says: string;
  /** The code that the page gives it. */
  code: string;
  status: number;
  /** Name of the wire format. */
  wire: string;
}

const ROW = /^\| (`+) ?(.+?) ?\1 \| (\d{3}) \| `([\w-]+)` \| (.*?) ?\|$/;

/** Returns the messages of the tables of docs/errors.md: each has the code of its heading, or the one in its last cell. */
export function readErrorIndex(page: string): KnownMessage[] {
  let section = '';
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('#')) section = /^### `([\w-]+)`$/.exec(line)?.[1] ?? '';
    const [, , says = '', status, wire = '', last = ''] = ROW.exec(line) ?? [];
    if (says === '') return [];
    const code = section || (/^`([\w-]+)`/.exec(last)?.[1] ?? '');
    return [{ says, code, status: Number(status), wire }];
  });
}
