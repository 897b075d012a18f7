/**
 * Removes keys from server messages, which often repeat the key they refuse, whole or with its middle starred
 * out. Masking one word too many is better than one key on a screen or in a log.
 */
export const KEY_MASK = '[key hidden]';

/** The characters of a key, including those that servers use to mask its middle. */
const KEY_CHARS = String.raw`[\w\-*.…•]`;

/**
 * Signs that a word is a key rather than part of a sentence. The look-ahead is bounded so that hostile text
 * cannot slow it down.
 */
const HAS_DIGIT = String.raw`(?=[\w\-.]{0,80}[\d*…•])`;

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:sk|pk|rk|gsk|xai|hf|sess|nvapi|pplx|csk|tgp|fw|r8)[-_]${KEY_CHARS}{6,}`,
    'gi',
  ),
  // URLs of help pages contain words like "api-key-safety"; a key has digits, or stars in their place. The
  // same goes for account names.
  new RegExp(String.raw`\b(?:key|org|proj)[-_]${HAS_DIGIT}${KEY_CHARS}{6,}`, 'gi'),
  new RegExp(String.raw`\bAIza${KEY_CHARS}{6,}`, 'g'),
  /\beyJ[\w-]{8,2000}\.[\w-]+\.?[\w-]*/g,
];

/** “You can find your API key at https://…” labels a URL, not a key. */
const NO_ADDRESS = String.raw`(?!["'(<]*(?:[a-z][a-z\d+.-]{0,20}:)?\/\/)`;

const labelled: readonly RegExp[] = [
  new RegExp(String.raw`(\bBearer\s+)${NO_ADDRESS}[^\s"',;]{6,}`, 'gi'),
  new RegExp(
    String.raw`(\bapi[ _-]?key(?:[ \w]{0,20})?["']?\s*[:=]\s*["']?)${NO_ADDRESS}[^\s"',;]{6,}`,
    'gi',
  ),
];

/** Longer messages are not read by users, and searching a hostile megabyte for keys would take minutes. */
const MAX_CHARS = 2_000;

/** Returns the text with keys masked, truncated to its first two thousand characters. */
export function maskKeys(text: string, knownKeys: readonly string[] = []): string {
  let masked = cutToWords(text);
  for (const key of knownKeys) masked = maskKnownKey(masked, key);
  for (const pattern of labelled) {
    masked = masked.replace(pattern, (found, label: string) => label + KEY_MASK + endOf(found));
  }
  return maskKeyLike(masked, KEY_MASK);
}

/** Returns the text with everything masked that looks like a key, regardless of its surroundings. */
export function maskKeyLike(text: string, mask: string): string {
  let masked = text;
  for (const pattern of patterns) {
    masked = masked.replace(pattern, (found: string, at: number, whole: string) =>
      isInPath(found, at, whole) ? found : mask + endOf(found),
    );
  }
  return masked;
}

/**
 * Words in the path of a URL usually belong to a page: `https://…/sk-learn-guide`. One with digits is masked
 * even there.
 */
function isInPath(found: string, at: number, whole: string): boolean {
  const before = whole.slice(Math.max(0, at - 200), at);
  return !/[\d*…•]/.test(found) && /[a-z]:\/\/[^\s"'<>?#]*$/i.test(before);
}

/** A word that is cut in two could be half a key. */
function cutToWords(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  const start = text.slice(0, MAX_CHARS);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 0))}…`;
}

/** Punctuation at the end of a sentence is not part of a key. */
function endOf(found: string): string {
  return /[.…]+$/.exec(found)?.[0] ?? '';
}

function maskKnownKey(text: string, key: string): string {
  if (key.length < 6) return text;
  return text
    .replaceAll(key, KEY_MASK)
    .replace(/[^\s"',;:()]*(?:\*{2,}|…|•{2,}|\.{3,})[^\s"',;:()]*/g, (word) => {
      const [start = '', end = ''] = word.split(/[*…•.]{1,}/).filter((part) => part !== '');
      const showsStart = start.length >= 2 && key.startsWith(start);
      const showsEnd = [start, end].some((part) => part.length >= 2 && key.endsWith(part));
      return showsStart || showsEnd ? KEY_MASK : word;
    });
}
