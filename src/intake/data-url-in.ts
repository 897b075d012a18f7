/**
 * Wrapped base64 has shorter lines than this. A longer line is a whole image, and what follows it is not part
 * of it.
 */
const MAX_WRAP_LETTERS = 1024;
const MIN_WRAP_LETTERS = 16;

/** What users copy around a URL: quotation marks, brackets, Markdown, a style sheet, an attribute, an `<img>`, JSON. */
const WRAPPINGS: readonly RegExp[] = [
  /^(<img\s[^<>]{0,400}?\bsrc\s*=)\s*("[^"]*"|'[^']*')[^<>]{0,400}>$/i,
  /^(["'][\w-]{1,40}["']\s*:)([\s\S]*)$/,
  /^(["'`“”„‘’«»])([\s\S]*)["'`“”‘’«»]\s*[,;]?$/,
  /^(<)([\s\S]*)>$/,
  /^((?:[a-z-]{1,40}\s*:\s*)?url\()([\s\S]*)\)[\w\s%,/.-]{0,100};?$/i,
  /^(!?\[[^\]\n]{0,200}\]\()([\s\S]*?)(?:\s{1,20}["'][^"'\n]{0,200}["'])?\s{0,20}\)$/,
  /^(\[[^\]\n]{1,200}\]:)([\s\S]*)$/,
  /^((?:src|href|content)\s*=)([\s\S]*)$/i,
];

/** What a program writes as the type of an image that has none, followed by how the bytes of a common format begin. */
const UNTYPED = /^data:\s{0,20}(?:(?:application|binary)\/octet-stream)?\s{0,20};\s*base64\s*,/i;
const BEGINNING = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR)/;

/** Returns the data URLs if a text consists only of some, each on lines of its own; otherwise none. */
export function dataUrlsIn(text: string): string[] {
  const whole = dataUrlIn(text);
  if (whole !== undefined) return [whole];
  const pieces: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    if (pieces.length === 0 || /^\s*["'(<]?data:/i.test(line)) pieces.push(line);
    else pieces[pieces.length - 1] += `\n${line}`;
  }
  const urls = pieces.map(dataUrlIn);
  return urls.every((url) => url !== undefined) ? urls : [];
}

/**
 * Returns the data URL if a text consists only of one, as users copy it: in lines, in quotes, in Markdown.
 * Returns `undefined` for a text with other words.
 */
export function dataUrlIn(text: string): string | undefined {
  // No regular expression runs over millions of unrelated letters.
  const start = /data:\s*(?:image|(?:application|binary)(?=\\?\/octet-stream)|(?=;))(\\?)/i.exec(
    text.slice(0, 512),
  );
  if (!start) return undefined;
  let url = (start[1] ? text.replaceAll('\\/', '/') : text).trim();
  for (let layers = WRAPPINGS.length; layers > 0 && !/^data:/i.test(url); layers--) {
    const inside = WRAPPINGS.map((wrapping) => wrapping.exec(url)?.[2]).find(
      (found) => found !== undefined,
    );
    if (inside === undefined) return undefined;
    url = inside.trim();
  }
  const typed = /^data:\s*image\/[^,]{1,200},/i.exec(url)?.[0];
  const head = typed ?? UNTYPED.exec(url)?.[0];
  if (head === undefined) return undefined;
  const body = url.slice(head.length).trim();
  if (typed === undefined && !BEGINNING.test(body)) return undefined;
  if (!/;\s*base64\s*,$/i.test(head)) return /\s/.test(body) ? undefined : url;
  const letters = joined(body.replace(/\\[rn]/g, ' '));
  return letters === undefined ? undefined : head.replace(/\s+/g, '') + letters;
}

/** Joins base64 into one line; returns `undefined` if it is something else, or if words follow it. */
function joined(body: string): string | undefined {
  const chunks = body.split(/\s+/);
  const letters = chunks.join('');
  if (!/^[\w+/%-]+={0,2}$/.test(letters)) return undefined;
  if (chunks.length === 1) return letters;
  const [last = ''] = chunks.splice(-1);
  const isWrapped = chunks.every(
    ({ length }) => length >= MIN_WRAP_LETTERS && length <= MAX_WRAP_LETTERS,
  );
  // Three bytes are four letters: if it is complete without its last word, that word is text after it.
  const hasWordBehind = /^[A-Z]?[a-z]+$/.test(last) && (letters.length - last.length) % 4 === 0;
  return isWrapped && !hasWordBehind ? letters : undefined;
}
