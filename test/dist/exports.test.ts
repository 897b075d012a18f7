import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A bundled package's folder may end like a file: `highlight.js`. */
const filesOfDist = (): string[] =>
  readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(root, 'dist', file)).isFile(),
  );

const subpaths = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name, ...target }],
);

const firstLine = (file: string): string =>
  readFileSync(join(root, 'dist', file), 'utf8').split('\n')[0] ?? '';

describe('the built package', () => {
  test.each(subpaths)('has the files of $name', ({ types, default: file }) => {
    expect(existsSync(join(root, types))).toBe(true);
    expect(existsSync(join(root, file))).toBe(true);
  });

  const runsInNode = subpaths.filter(
    ({ name }) => !name.endsWith('.css') && !['./worker', './create-worker'].includes(name),
  );
  test.each(runsInNode)('$name can be imported on a server', async ({ default: file }) => {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
    expect(Object.keys(module).length).toBeGreaterThan(0);
  });

  test("says 'use client' where React runs, and nowhere else", () => {
    for (const file of ['index.js', 'chat.js', 'parts.js', 'lightbox.js', 'markup.js', 'devtools.js']) {
      expect(firstLine(file)).toMatch(/^["']use client["']/);
    }
    for (const file of ['core.js', 'server.js', 'demo.js']) {
      expect(firstLine(file)).not.toMatch(/use client/);
    }
  });

  test("lists every name where it says 'use client': Next refuses export * there", () => {
    for (const file of ['index.js', 'chat.js', 'parts.js', 'lightbox.js', 'markup.js', 'devtools.js']) {
      expect(readFileSync(join(root, 'dist', file), 'utf8')).not.toMatch(/^export \*/m);
    }
  });

  test('keeps React out of the core', () => {
    const seen = new Set<string>();
    const walk = (file: string): string[] => {
      if (seen.has(file)) return [];
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      const names = [...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map((m) => m[1] ?? '');
      return names.flatMap((name) => (name.startsWith('.') ? walk(join(file, '..', name)) : [name]));
    };
    expect(walk(join(root, 'dist/core.js')).filter((name) => /react/.test(name))).toEqual([]);
  });

  test('loads nothing from elsewhere', () => {
    const files = filesOfDist();
    const scripts = files.filter((file) => /\.(js|css)$/.test(file));
    const loads = /(?:import|src|url)\s*[(=]?\s*["'(]https?:\/\//;
    expect(scripts.filter((file) => loads.test(readFileSync(join(root, 'dist', file), 'utf8')))).toEqual([]);
  });

  test('has no source maps, and no more declarations than its entries lead to', () => {
    const files = filesOfDist();
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    const reachable = new Set<string>();
    const follow = (file: string): void => {
      if (reachable.has(file)) return;
      reachable.add(file);
      const links = readFileSync(file, 'utf8').matchAll(/['"](\.[^'"]+)\.js['"]/g);
      for (const [, path = ''] of links) follow(join(file, '..', `${path}.d.ts`));
    };
    for (const { types } of subpaths) follow(join(root, types));
    const declarations = files.filter((file) => file.endsWith('.d.ts'));
    expect(declarations.filter((file) => !reachable.has(join(root, 'dist', file)))).toEqual([]);
  });

  test('names the licence of every package that it contains, and needs none but its dependencies', () => {
    const licences = readFileSync(join(root, 'dist/third-party-licenses.md'), 'utf8');
    const bundled = readdirSync(join(root, 'dist/bundled'));
    expect(bundled).toContain('lucide-react');
    for (const name of bundled) expect(licences).toContain(`## ${name} - `);

    const known = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const files = filesOfDist();
    const needed = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const text = readFileSync(join(root, 'dist', file), 'utf8');
        return [...text.matchAll(/^(?:import|export) (?:[^"']* from )?["']([^."'][^"']*)["'];$/gm)];
      })
      .map(([, specifier = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
      .filter((name) => !name.startsWith('node:'));
    expect([...new Set(needed)].filter((name) => !known.includes(name))).toEqual([]);
  });

  test('starts its worker in the form that bundlers know', () => {
    const text = readFileSync(join(root, 'dist/create-worker.js'), 'utf8');
    expect(text).toMatch(
      /new Worker\(new URL\("\.\/pipeline-worker\.js", import\.meta\.url\), \{ type: "module" \}\)/,
    );
  });
});
