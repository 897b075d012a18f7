import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import registry from '../../registry.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** The items of the registry, as the build wrote them. */
export const builtItems = registry.items.map(({ name }) =>
  join(root, `dist/registry/${name}.json`),
);

export interface ShadcnApp {
  /** Adds items by their files or addresses. */
  add: (items: readonly string[]) => Promise<void>;
  /** Names of the folders that were added. */
  added: () => string[];
  /** Compiles the app, and rejects with what the compiler says. */
  compile: () => Promise<void>;
  remove: () => void;
}

/** Makes a project as `shadcn init` leaves it, with the packages of this one and the kit itself. */
export function makeShadcnApp(): ShadcnApp {
  const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-app-'));
  const app = join(folder, 'app');
  const write = (file: string, value: unknown): void =>
    writeFileSync(join(app, file), JSON.stringify(value));

  mkdirSync(join(app, 'src'), { recursive: true });
  // Above the project, where its compiler finds them and no installer of the project tidies them away.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter(
    (one) => !one.startsWith('.'),
  )) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  symlinkSync(root, join(folder, 'node_modules', manifest.name));
  const needed = builtItems.flatMap((item) => {
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

  return {
    async add(items) {
      // What the items depend on is there; nothing is installed.
      const env = { ...process.env, npm_config_dry_run: 'true' };
      await execute(bin('shadcn'), ['add', ...items, '--yes'], { cwd: app, env });
    },
    added: () => readdirSync(join(app, 'src/parts/image-chat-kit')),
    async compile() {
      await execute(bin('tsc'), ['-p', 'tsconfig.json'], { cwd: app });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
