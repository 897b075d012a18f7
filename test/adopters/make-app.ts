import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface App {
  folder: string;
  /** Writes a file, an object as JSON. */
  write: (file: string, content: string | object) => void;
  /** Installs what `package.json` lists, and more packages. A connection that breaks is tried again. */
  install: (...packages: string[]) => Promise<string>;
  /** Runs a command in the app's folder and resolves with what it printed, or rejects with it. */
  run: (command: string, ...args: string[]) => Promise<string>;
  /** Sets a variable of the environment that commands run in. */
  setVariable: (name: string, value: string) => void;
  remove: () => void;
}

/** Makes an app outside of this repository, so that it finds nothing of the repository's own packages. */
export function makeApp(template?: string): App {
  const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-app-'));
  const variables: Record<string, string> = {};
  if (template) cpSync(template, folder, { recursive: true, filter: isSource });
  const app: App = {
    folder,
    write(file, content) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    },
    async install(...packages) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await app.run('npm', 'install', ...quickly, ...packages);
        } catch (error) {
          if (attempt === 3 || !BROKEN_CONNECTION.test(String(error))) throw error;
        }
      }
    },
    async run(command, ...args) {
      try {
        const { stdout, stderr } = await execute(command, args, {
          cwd: folder,
          env: { ...appEnvironment(), ...variables },
          maxBuffer: 64 * 1024 * 1024,
        });
        return stdout + stderr;
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, {
          cause: error,
        });
      }
    },
    setVariable(name, value) {
      variables[name] = value;
    },
    // A process that has just been stopped may still be writing.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  return app;
}

/** Whether a path belongs to an example as it is committed, and not to what somebody installed or built there. */
const isSource = (path: string): boolean =>
  !/\/(node_modules|dist|build|vendor|\.[a-z-]+|package-lock\.json|routeTree\.gen\.ts)$/.test(path);

/** What npm prints if the registry answers badly or not at all, in spite of npm's own retries. */
export const BROKEN_CONNECTION =
  /ECONNRESET|ECONNREFUSED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EAI_AGAIN|ENOTFOUND|EPIPE|E50[0-4]|E429|network/;

/** Options for `npm install` that change how fast it is, and nothing of what it decides. */
const quickly = [
  '--ignore-scripts',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--no-progress',
];

/** The environment of a person's shell: what a test run and `npm run` set would reach the app's own tools. */
export function appEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(?!config_(cache|registry))|VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV$|PROD$|MODE$)/.test(
        name,
      ),
  );
  return { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}
