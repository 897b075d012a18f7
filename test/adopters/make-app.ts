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
  if (template) cpSync(template, folder, { recursive: true });
  return {
    folder,
    write(file, content) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
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
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Options for `npm install` that change how fast it is, and nothing of what it decides. */
export const quickly = [
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
