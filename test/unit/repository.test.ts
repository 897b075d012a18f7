import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const script = fileURLToPath(new URL('../../scripts/repository.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-manifest-'));
const file = join(folder, 'package.json');

const run = (...names: string[]) =>
  execFileSync(process.execPath, [script, ...names], { cwd: folder, stdio: 'pipe' });

const write = (fields: object): void => writeFileSync(file, JSON.stringify(fields));
const read = (): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('the address of the repository', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is one argument, from which the other addresses follow', () => {
    const others: Record<string, unknown> = { ...manifest };
    for (const field of ['repository', 'homepage', 'bugs']) delete others[field];
    write(others);
    run('someone/some-kit');
    expect(read()).toEqual({
      ...others,
      homepage: 'https://github.com/someone/some-kit#readme',
      bugs: 'https://github.com/someone/some-kit/issues',
      repository: { type: 'git', url: 'git+https://github.com/someone/some-kit.git' },
    });
    expect(() => run()).not.toThrow();
    run('another/kit');
    expect(read()['bugs']).toBe('https://github.com/another/kit/issues');
  });

  test('keeps the package from being published while it is missing, or is not the same everywhere', () => {
    write({ name: 'kit', keywords: [], license: 'MIT' });
    expect(() => run()).toThrow(/names no repository/);
    run('someone/some-kit');
    write({ ...read(), homepage: 'https://elsewhere.example' });
    expect(() => run()).toThrow(/homepage is not of someone\/some-kit/);
    expect(() => run('no name')).toThrow(/Not the name of a repository/);
  });
});
