/** Base64 is wrapped into lines shorter than this. A longer one is a whole image, and what stands behind it is not. */
const MAX_WRAP_LETTERS = 1024;
const MIN_WRAP_LETTERS = 16;

/** What people copy around an address: quotation marks, brackets, Markdown, a style sheet, an attribute. */
const WRAPPINGS: readonly RegExp[] = [
  /^(["'`“”„‘’«»])([\s\S]*)["'`“”‘’«»]\s*[,;]?$/,
  /^(<)([\s\S]*)>$/,
  /^((?:[a-z-]{1,40}\s*:\s*)?url\()([\s\S]*)\)\s*;?$/i,
  /^(!?\[[^\]\n]{0,200}\]\()([\s\S]*?)(?:\s+["'][^"'\n]{0,200}["'])?\s*\)$/,
  /^(\[[^\]\n]{1,200}\]:)([\s\S]*)$/,
  /^((?:src|href|content)\s*=)([\s\S]*)$/i,
];

/**
 * The data URL of an image that a text is and nothing else, as people copy it: in lines, in quotes, in Markdown. Nothing for a
 * text with words of its own.
 */
export function dataUrlIn(text: string): string | undefined {
  // No pattern goes over millions of letters that are something else.
  const start = /data:\s*image(\\?)\//i.exec(text.slice(0, 512));
  if (!start) return undefined;
  let url = (start[1] ? text.replaceAll('\\/', '/') : text).trim();
  for (let layers = WRAPPINGS.length; layers > 0 && !/^data:/i.test(url); layers--) {
    const inside = WRAPPINGS.map((wrapping) => wrapping.exec(url)?.[2]).find(
      (found) => found !== undefined,
    );
    if (inside === undefined) return undefined;
    url = inside.trim();
  }
  const head = /^data:\s*image\/[^,]{1,200},/i.exec(url)?.[0];
  if (head === undefined) return undefined;
  const body = url.slice(head.length).trim();
  if (!/;\s*base64\s*,$/i.test(head)) return /\s/.test(body) ? undefined : url;
  const letters = joined(body.replace(/\\[rn]/g, ' '));
  return letters === undefined ? undefined : head.replace(/\s+/g, '') + letters;
}

/** Base64 in one line; nothing where it is something else, or words stand behind it. */
function joined(body: string): string | undefined {
  const chunks = body.split(/\s+/);
  const letters = chunks.join('');
  if (!/^[\w+/%-]+={0,2}$/.test(letters)) return undefined;
  if (chunks.length === 1) return letters;
  const [last = ''] = chunks.splice(-1);
  const isWrapped = chunks.every(
    ({ length }) => length >= MIN_WRAP_LETTERS && length <= MAX_WRAP_LETTERS,
  );
  // Three bytes are four letters: what is complete without its last word has a word behind it.
  const hasWordBehind = /^[A-Z]?[a-z]+$/.test(last) && (letters.length - last.length) % 4 === 0;
  return isWrapped && !hasWordBehind ? letters : undefined;
}
