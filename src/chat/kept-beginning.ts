/**
 * Returns the text up to its last space: the word after it may be truncated, and models do not say whether they
 * continue within it. Languages without spaces keep everything, as does a text that would become empty.
 */
export function keptBeginning(text: string): string {
  const [torn = ''] = /[^\s]{1,40}$/.exec(text) ?? [];
  const kept = text.slice(0, text.length - torn.length);
  const isWord =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}\p{S}\p{M}]+$/u;
  return /\s$/.test(kept) && kept.trim() !== '' && isWord.test(torn) ? kept : text;
}
