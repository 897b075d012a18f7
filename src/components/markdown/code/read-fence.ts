/** A fenced block of code, taken apart. */
export interface FencedCode {
  info: string;
  /** Without its fences and without the line break before the closing one. */
  text: string;
  /** Whether the line with the opening fence is complete. */
  hasBody: boolean;
  /** Whether the closing fence is there. */
  isClosed: boolean;
}

/** Reads a block that begins with a fence in its first column. */
export function readFence(source: string): FencedCode {
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0] ?? '';
  const newline = source.indexOf('\n');
  if (newline < 0) {
    return { info: source.slice(fence.length), text: '', hasBody: false, isClosed: false };
  }
  const info = source.slice(fence.length, newline);
  const body = source.slice(newline + 1);
  const lines = body.replace(/\s+$/, '');
  const lastLine = lines.slice(lines.lastIndexOf('\n') + 1).trim();
  const isClosed = lastLine.startsWith(fence) && lastLine.replaceAll(fence[0] ?? '', '') === '';
  const text = isClosed ? lines.slice(0, lines.lastIndexOf('\n') + 1) : body;
  return { info, text: text.replace(/\n$/, ''), hasBody: true, isClosed };
}
