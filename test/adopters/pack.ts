import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the package as `npm publish` would upload it. */
    tarball: string;
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
  return () => rmSync(folder, { recursive: true });
}
