/**
 * Takes keys out of words that came from a server, which like to repeat the key they refuse: whole, or with its middle
 * starred out. Better one word too many than one key on a screen or in a log.
 */
export const KEY_MASK = '[key hidden]';

/** A key's own alphabet, and what servers put in the place of its middle. */
const KEY_CHARS = String.raw`[\w\-*.…•]`;

/** Signs that a word is a key and not one of a sentence; few enough to look through in a hostile text. */
const HAS_DIGIT = String.raw`(?=[\w\-.]{0,80}[\d*…•])`;

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:sk|pk|rk|gsk|xai|hf|sess|nvapi|pplx|csk|tgp|fw|r8)[-_]${KEY_CHARS}{6,}`,
    'gi',
  ),
  // Addresses of help pages speak of "api-key-safety"; a key has digits, or stars in their place. So have names of accounts.
  new RegExp(String.raw`\b(?:key|org|proj)[-_]${HAS_DIGIT}${KEY_CHARS}{6,}`, 'gi'),
  new RegExp(String.raw`\bAIza${KEY_CHARS}{6,}`, 'g'),
  /\beyJ[\w-]{8,2000}\.[\w-]+\.?[\w-]*/g,
];

/** “You can find your API key at https://…” labels an address, not a key. */
const NO_ADDRESS = String.raw`(?!["'(<]*(?:[a-z][a-z\d+.-]{0,20}:)?\/\/)`;

const labelled: readonly RegExp[] = [
  new RegExp(String.raw`(\bBearer\s+)${NO_ADDRESS}[^\s"',;]{6,}`, 'gi'),
  new RegExp(
    String.raw`(\bapi[ _-]?key(?:[ \w]{0,20})?["']?\s*[:=]\s*["']?)${NO_ADDRESS}[^\s"',;]{6,}`,
    'gi',
  ),
];

/** Nobody reads further, and looking for keys in a hostile megabyte would take minutes. */
const MAX_CHARS = 2_000;

/** The text without keys, and without what stands behind its first two thousand characters. */
export function maskKeys(text: string, knownKeys: readonly string[] = []): string {
  let masked = cutToWords(text);
  for (const key of knownKeys) masked = maskKnownKey(masked, key);
  for (const pattern of labelled) {
    masked = masked.replace(pattern, (found, label: string) => label + KEY_MASK + endOf(found));
  }
  return maskKeyLike(masked, KEY_MASK);
}

/** The text without what looks like a key by itself, whatever stands around it. */
export function maskKeyLike(text: string, mask: string): string {
  let masked = text;
  for (const pattern of patterns) {
    masked = masked.replace(pattern, (found: string, at: number, whole: string) =>
      isInPath(found, at, whole) ? found : mask + endOf(found),
    );
  }
  return masked;
}

/** Words in the path of an address lead to a page: `https://…/sk-learn-guide`. One with digits is hidden even there. */
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

/** The end of a sentence is no part of a key. */
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
