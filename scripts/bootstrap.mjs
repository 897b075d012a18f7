// Runs the project's commands on a machine that has nothing but Node and npm: installs the packages, and the browsers
// a command needs, then runs its steps. Plain JavaScript of Node 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** `npm` as the npm that called us, which is also right on Windows. */
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

function run(command, args, { quiet = false, env = {} } = {}) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'inherit'] : 'inherit',
    encoding: 'utf8',
    env: {
      ...process.env,
      STORYBOOK_DISABLE_TELEMETRY: '1',
      // The workspace's own Node, where its platform has one, before the machine's.
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      ...env,
    },
  });
  if (error) throw error;
  return { ok: status === 0, stdout: stdout ?? '' };
}

function must(command, args, options) {
  if (!run(command, args, options).ok) process.exit(1);
}

const script = (name) => must(npm[0], [...npm.slice(1), 'run', '--silent', name]);

/** Installs when the lock file is not the one that was installed last. */
function installPackages(folder = '.') {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, folder, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages, which takes about a minute …');
  // npm warns of what wants a newer Node than the one that started it. The scripts bring their own.
  must(npm[0], [...npm.slice(1), 'ci', '--no-progress', '--loglevel=error', '--prefix', folder]);
  writeFileSync(stamp, lock);
}

const browsers = [
  { name: 'Chromium', packages: ['chromium'], path: process.env.CHROMIUM ?? '/usr/bin/chromium' },
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    path: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
  },
  {
    name: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    path: process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver',
    alsoNeeds: ['/usr/bin/xvfb-run', '/usr/bin/xauth'],
  },
];

const isThere = ({ path, alsoNeeds = [] }) =>
  [path, ...alsoNeeds].every((file) => existsSync(file));

/** Installs missing browsers as root on Debian; elsewhere says what to install. Returns the names of those present. */
function installBrowsers(wanted) {
  const missing = browsers.filter((browser) => wanted.includes(browser.name) && !isThere(browser));
  if (missing.length > 0) {
    const packages = missing.flatMap((browser) => browser.packages);
    const isRoot = process.getuid?.() === 0;
    if (isRoot && existsSync('/usr/bin/apt-get')) {
      console.log(`Installing ${missing.map(({ name }) => name).join(', ')} …`);
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update', '-qq'], { env });
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
        quiet: true,
        env,
      });
    }
    for (const browser of missing.filter((one) => !isThere(one))) {
      console.log(
        `${browser.name} is missing, looked for at ${browser.path}. On Debian or Ubuntu: ` +
          `sudo apt-get install ${browser.packages.join(' ')}. Elsewhere install it and name it: ` +
          `CHROMIUM=/path/to/chromium, FIREFOX=/path/to/firefox, WEBKIT_DRIVER=/path/to/WebKitWebDriver.`,
      );
    }
  }
  return browsers.filter(isThere).map(({ name }) => name);
}

const commands = {
  start() {
    installPackages();
    const open = process.env.CI || !process.stdout.isTTY ? ['--no-open'] : [];
    must(join(bin, 'storybook'), [
      'dev',
      '-p',
      process.env.PORT ?? '6006',
      '--disable-telemetry',
      '--initial-path',
      '/story/playground--playground',
      ...open,
    ]);
  },
  test() {
    installPackages();
    const present = installBrowsers(['Chromium', 'Firefox', 'WebKit']);
    if (!present.includes('Chromium')) process.exit(1);
    script('build');
    // The end-to-end test drives the playground as it is published.
    script('storybook:build');
    const failed = !run(join(bin, 'vitest'), ['run']).ok;
    const engines = present.includes('Firefox') && present.includes('WebKit');
    if (!engines) console.log('Firefox and WebKit tests skipped: their browsers are not here.');
    const enginesFailed =
      engines && !run(npm[0], [...npm.slice(1), 'run', '--silent', 'test:engines']).ok;
    process.exit(failed || enginesFailed ? 1 : 0);
  },
  check() {
    installPackages();
    for (const step of [
      'format:check',
      'lint',
      'check:react-compiler',
      'typecheck',
      'build',
      'check:package',
      'check:unused',
      'check:size',
    ]) {
      console.log(`== ${step}`);
      script(step);
    }
  },
  /** Long tests of the packed package: more stacks, and the looks on every page we know. */
  matrix() {
    installPackages();
    if (!installBrowsers(['Chromium']).includes('Chromium')) process.exit(1);
    script('build');
    const results = ['vitest.matrix.config.ts', 'vitest.hosts.config.ts'].map(
      (config) => run(join(bin, 'vitest'), ['run', '-c', config]).ok,
    );
    process.exit(results.every(Boolean) ? 0 : 1);
  },
  /** The documentation site, in the folder `site`. */
  docs() {
    installPackages();
    script('build');
    script('storybook:build');
    must('node', ['scripts/docs/build-site.ts', ...process.argv.slice(3)]);
  },
  /** Changes the code of some folders in many small ways, and counts the changes that no test notices. Takes hours. */
  mutate() {
    installPackages();
    installPackages('tools/mutation');
    must('node', ['tools/mutation/run.mjs', ...process.argv.slice(3)]);
  },
  /** Reads damaged inputs for a minute with each parser, or with those of a name: `npm run fuzz sse -- --seconds=600`. */
  fuzz() {
    installPackages();
    const words = process.argv.slice(3);
    const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
    const names = words.filter((word) => !word.startsWith('--'));
    const env = {
      FUZZ_SECONDS: option('seconds') ?? '60',
      FUZZ_SEED: option('seed') ?? String(Date.now() % 1_000_000),
    };
    console.log(`Seed ${env.FUZZ_SEED}`);
    const filter = names.length > 0 ? ['-t', names.join('|')] : [];
    must(join(bin, 'vitest'), ['run', '--project', 'unit', 'test/unit/fuzz.test.ts', ...filter], {
      env,
    });
  },
  /** 20,000 answers through the chat store, from a server that breaks off and recovers; with `--browser` 500 in one page. */
  soak() {
    installPackages();
    const words = process.argv.slice(3);
    const inBrowser = words.includes('--browser');
    if (inBrowser && !installBrowsers(['Chromium']).includes('Chromium')) process.exit(1);
    script('build');
    const steps = inBrowser ? ['scripts/soak-browser.ts'] : ['--expose-gc', 'scripts/soak.ts'];
    must('node', [...steps, ...words]);
  },
  bench() {
    installPackages();
    if (!installBrowsers(['Chromium']).includes('Chromium')) process.exit(1);
    script('build');
    must('node', ['bench/run.ts', ...process.argv.slice(3)]);
  },
};

const command = commands[process.argv[2]];
if (!command) {
  console.error(`Usage: node scripts/bootstrap.mjs ${Object.keys(commands).join('|')}`);
  process.exit(1);
}
command();
