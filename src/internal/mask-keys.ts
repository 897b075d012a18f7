/**
 * Takes keys out of words that came from a server, which like to repeat the key they refuse: whole, or with its middle
 * starred out. Better one word too many than one key on a screen or in a log.
 */
const MASK = '[key hidden]';

/** A key's own alphabet, and what servers put in the place of its middle. */
const KEY_CHARS = String.raw`[\w\-*.…•]`;

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:sk|pk|rk|gsk|xai|hf|sess|key|nvapi|pplx|csk|tgp|fw|r8)[-_]${KEY_CHARS}{6,}`,
    'gi',
  ),
  new RegExp(String.raw`\bAIza${KEY_CHARS}{6,}`, 'g'),
  /\beyJ[\w-]{8,}\.[\w-]+\.?[\w-]*/g,
];

const labelled: readonly RegExp[] = [
  /(\bBearer\s+)[^\s"',;]{6,}/gi,
  /(\bapi[ _-]?key(?:[ \w]{0,20})?["']?\s*[:=]\s*["']?)[^\s"',;]{6,}/gi,
];

export function maskKeys(text: string, knownKeys: readonly string[] = []): string {
  let masked = text;
  for (const key of knownKeys) masked = maskKnownKey(masked, key);
  for (const pattern of labelled) masked = masked.replace(pattern, `$1${MASK}`);
  for (const pattern of patterns) {
    masked = masked.replace(pattern, (found) => MASK + (/[.…]+$/.exec(found)?.[0] ?? ''));
  }
  return masked;
}

function maskKnownKey(text: string, key: string): string {
  if (key.length < 6) return text;
  return text
    .replaceAll(key, MASK)
    .replace(/[^\s"',;:()]*(?:\*{2,}|…|•{2,}|\.{3,})[^\s"',;:()]*/g, (word) => {
      const [start = '', end = ''] = word.split(/[*…•.]{1,}/).filter((part) => part !== '');
      const showsStart = start.length >= 2 && key.startsWith(start);
      const showsEnd = [start, end].some((part) => part.length >= 2 && key.endsWith(part));
      return showsStart || showsEnd ? MASK : word;
    });
}
