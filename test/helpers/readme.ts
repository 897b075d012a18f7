import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The code blocks of a page in a language that the compiler reads, in their order. */
export function codeBlocks(page: string): readonly { language: 'ts' | 'tsx'; code: string }[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language === 'ts' ? 'ts' : 'tsx',
    code: code ?? '',
  }));
}
