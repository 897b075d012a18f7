import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { BROKEN_CONNECTION } from './make-app.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the package as `npm publish` would upload it. */
    tarball: string;
    /** Why no package can be installed; empty if the registry answers. */
    unreachable: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packs the build once for all tests of this folder. */
export default function pack(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-packed-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe',
  });
  const [name = ''] = readdirSync(folder);
  project.provide('tarball', join(folder, name));
  const unreachable = findRegistry();
  project.provide('unreachable', unreachable);
  if (unreachable) {
    console.warn(
      `Tests that install packages are skipped, as the registry cannot be reached:\n${unreachable}`,
    );
  }
  return () => rmSync(folder, { recursive: true });
}

/** Asks npm's registry for one small thing, three times at most. Returns what was wrong, or nothing. */
function findRegistry(): string {
  for (let attempt = 1; ; attempt += 1) {
    try {
      execFileSync('npm', ['view', 'react', 'version', '--prefer-online'], { stdio: 'pipe' });
      return '';
    } catch (error) {
      const { stderr } = error as { stderr: Buffer };
      const reason = stderr.toString();
      if (!BROKEN_CONNECTION.test(reason)) throw error;
      if (attempt === 3) return reason;
    }
  }
}
