import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from '../helpers/static-server.js';
import { appEnvironment, makeApp, type App } from './make-app.js';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

export interface BuiltExample extends App {
  /** What the build printed. */
  printed: string;
}

export interface Page {
  url: string;
  close: () => Promise<void>;
}

/** Copies an app of `examples`, installs it with the packed kit in place of the published one, and builds it. */
export async function buildExample(name: string, tarball: string): Promise<BuiltExample> {
  const app = makeApp(join(examples, name));
  try {
    await app.install(tarball);
    return { ...app, printed: await app.run('npm', 'run', 'build') };
  } catch (error) {
    app.remove();
    throw error;
  }
}

/** Serves what a build wrote to `dist`. */
export const serveFiles = (app: App): Promise<Page> =>
  startServer({ folder: join(app.folder, 'dist') }).then(({ url, close }) => ({
    url: `${url}/index.html`,
    close,
  }));

/** Opens what a build wrote to `dist` without a server. */
export const openFile = (app: App): Promise<Page> =>
  Promise.resolve({
    url: pathToFileURL(join(app.folder, 'dist/index.html')).href,
    close: () => Promise.resolve(),
  });

export interface ScriptOptions {
  /** @defaultValue 'start' */
  script?: string;
  /** Arguments that say where to listen. @defaultValue none: the script reads the variable `PORT` */
  listenAt?: (port: string) => string[];
  variables?: Record<string, string>;
}

export const viteAt = (port: string): string[] => [...astroAt(port), '--strictPort'];
export const astroAt = (port: string): string[] => ['--port', port, '--host', '127.0.0.1'];
export const nextAt = (port: string): string[] => ['--port', port, '--hostname', '127.0.0.1'];

/** Serves an app by one of its own scripts. Its port is free when it is chosen, and may be taken a moment later. */
export async function serveByScript(app: App, options: ScriptOptions = {}): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startScript(app, options);
    } catch (error) {
      if (attempt === 3 || !/in use/i.test(String(error))) throw error;
    }
  }
}

async function startScript(
  app: App,
  { script = 'start', listenAt = () => [], variables = {} }: ScriptOptions,
): Promise<Page> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn('npm', ['run', script, '--', ...listenAt(port)], {
    cwd: app.folder,
    env: { ...appEnvironment(), ...variables, PORT: port, HOST: '127.0.0.1', ORIGIN: url },
    // In a group of its own, so that what npm starts ends with it.
    detached: true,
  });
  const close = async (): Promise<void> => {
    if (server.exitCode !== null || server.pid === undefined) return;
    const ended = once(server, 'exit');
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  };
  try {
    await waitUntilServed(url, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

/** Resolves with the first answer, and rejects with what the server printed if it ends before. */
async function waitUntilServed(url: string, server: ChildProcessWithoutNullStreams): Promise<void> {
  let printed = '';
  const keep = (text: Buffer): void => {
    printed += text.toString();
  };
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server has ended:\n${printed}`);
    try {
      const { status } = await fetch(url);
      if (status < 500) return;
      throw new Error(`${status}`);
    } catch {
      await setTimeout(200);
    }
  }
}

async function findFreePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `${port}`;
}
