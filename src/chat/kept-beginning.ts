/**
 * Up to the last space: the word behind it may be torn, and no model says whether it goes on inside of it. Languages
 * without spaces keep all, as does a text that would be left empty.
 */
export function keptBeginning(text: string): string {
  const [torn = ''] = /[^\s]{1,40}$/.exec(text) ?? [];
  const kept = text.slice(0, text.length - torn.length);
  const isWord =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}\p{S}\p{M}]+$/u;
  return /\s$/.test(kept) && kept.trim() !== '' && isWord.test(torn) ? kept : text;
}
