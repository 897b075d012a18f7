// Deletes from dist the declarations that no entry of the exports map leads to. The compiler writes one for every module.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

const reachable = new Set<string>();

function follow(file: string): void {
  if (reachable.has(file)) return;
  reachable.add(file);
  const links = readFileSync(file, 'utf8').matchAll(
    /(?:from\s+|import\s+|import\()['"](\.[^'"]+)\.js['"]/g,
  );
  for (const [, path = ''] of links) follow(join(dirname(file), `${path}.d.ts`));
}

for (const target of Object.values(manifest.exports)) {
  if (typeof target !== 'string') follow(join(target.types));
}
for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const file = join('dist', name);
  if (file.endsWith('.d.ts') && !reachable.has(file)) rmSync(file);
}
