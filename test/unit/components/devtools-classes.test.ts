import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const components = fileURLToPath(new URL('../../../src/components/', import.meta.url));

function classesIn(pattern: string): Set<string> {
  const files = globSync(pattern, { cwd: components });
  const text = files.map((file) => readFileSync(join(components, file), 'utf8')).join('\n');
  return new Set(text.match(/(?<![\w:-])ik:[^\s'"`}]+/g));
}

test('the devtools use only classes of the chat, so that no stylesheet grows with them', () => {
  const own = classesIn('devtools/*.tsx');
  const shipped = classesIn('{styled,markdown,markup}/**/*.{ts,tsx}');
  expect(own.size).toBeGreaterThan(20);
  expect([...own].filter((name) => !shipped.has(name))).toEqual([]);
});
