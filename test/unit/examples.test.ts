import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { examples } from '../adopters/examples.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = Object.keys(examples);

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const read = (file: string): string => readFileSync(join(root, 'examples', file), 'utf8');

describe('examples', () => {
  test('are all installed, built and used by the tests, and listed for their readers', () => {
    const folders = readdirSync(join(root, 'examples')).filter((name) => name !== 'README.md');
    expect(folders.toSorted()).toEqual(names.toSorted());
    expect(names.filter((name) => !read('README.md').includes(`[${name}](${name})`))).toEqual([]);
    const page = readFileSync(join(root, 'docs/compatibility.md'), 'utf8');
    expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test.each(names)('%s names exact versions, and this version of the kit', (name) => {
    expect(existsSync(join(root, 'examples', name, 'README.md'))).toBe(true);
    const { dependencies, devDependencies } = JSON.parse(read(`${name}/package.json`)) as Manifest;
    expect(dependencies[manifest.name]).toBe(manifest.version);
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});
