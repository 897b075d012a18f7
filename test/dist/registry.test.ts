import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import registry from '../../registry.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-app-'));
const app = join(folder, 'app');
const items = registry.items.map(({ name }) => join(root, `dist/registry/${name}.json`));

const write = (file: string, value: unknown): void =>
  writeFileSync(join(app, file), JSON.stringify(value));

/** A project as `shadcn init` leaves it, with the packages of this one and the kit itself. */
function makeApp(): void {
  mkdirSync(join(app, 'src'), { recursive: true });
  // Above the project, where its compiler finds them and no installer of the project tidies them away.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.'))) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  symlinkSync(root, join(folder, 'node_modules', manifest.name));
  const needed = items.flatMap((item) => {
    const { dependencies } = JSON.parse(readFileSync(item, 'utf8')) as { dependencies: string[] };
    return dependencies.map((name) => [name, '*']);
  });
  write('package.json', {
    name: 'app',
    type: 'module',
    dependencies: { react: '*', ...Object.fromEntries(needed) },
  });
  write('components.json', {
    style: 'new-york',
    rsc: false,
    tsx: true,
    // With a base colour, shadcn asks its server for it.
    tailwind: { config: '', css: 'src/index.css', baseColor: '', cssVariables: true },
    aliases: { components: '@/parts', utils: '@/lib/utils' },
  });
  write('tsconfig.json', {
    compilerOptions: {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: ['react'],
      paths: { '@/*': ['./src/*'] },
    },
    include: ['src'],
  });
  writeFileSync(join(app, 'src/index.css'), '@import "tailwindcss";');
  writeFileSync(
    join(app, 'src/app.tsx'),
    `import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import { ImageChat } from '@/parts/image-chat-kit/chat/ImageChat';
export const chat = <ImageChat connection={{ wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' }} />;
`,
  );
}

describe('the shadcn registry', () => {
  beforeAll(makeApp);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has its items added to a project by shadcn, and they compile there', () => {
    // What the items depend on is there; nothing is installed.
    const env = { ...process.env, npm_config_dry_run: 'true' };
    execFileSync(bin('shadcn'), ['add', ...items, '--yes'], { cwd: app, env, stdio: 'pipe' });
    const added = readdirSync(join(app, 'src/parts/image-chat-kit'));
    expect(added).toEqual(expect.arrayContaining(['chat', 'composer', 'tray']));
    execFileSync(bin('tsc'), ['-p', 'tsconfig.json'], { cwd: app, stdio: 'pipe' });
  }, 120_000);
});
