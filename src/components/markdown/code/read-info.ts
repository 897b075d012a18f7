/** What stands behind the fence of a code block. */
export interface CodeInfo {
  language: string;
  /** Name of the file that the code is of. */
  fileName: string;
}

const NAME_ATTRIBUTE =
  /(?:^|[\s{])(?:title|file(?:name)?|path)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}"']+))/i;

/** Reads `ts`, `ts title="a.ts"`, `ts:src/a.ts` and `src/a.ts`. */
export function readInfo(info: string): CodeInfo {
  const trimmed = info.trim();
  const first = /^[^\s{]*/.exec(trimmed)?.[0] ?? '';
  const attribute = NAME_ATTRIBUTE.exec(trimmed.slice(first.includes('=') ? 0 : first.length));
  const named = attribute?.slice(1).find((name) => name !== undefined);
  if (first.includes('=')) return { language: '', fileName: named ?? '' };
  const colon = first.indexOf(':');
  if (colon > 0) {
    return { language: first.slice(0, colon), fileName: named ?? first.slice(colon + 1) };
  }
  const isPath = /[/\\]/.test(first) || /^[\w-]+\.[a-z]\w{0,5}$/i.test(first);
  if (isPath) return { language: /\.(\w+)$/.exec(first)?.[1] ?? '', fileName: named ?? first };
  return { language: first, fileName: named ?? '' };
}
