import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { appEnvironment } from '../adopters/make-app.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .toSorted();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

test('a second build gives the same bytes', () => {
  const before = hashes(join(root, 'dist'));
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    env: appEnvironment(),
    stdio: 'pipe',
  });
  expect(hashes(join(root, 'dist'))).toEqual(before);
});
