// Raises the version as the changesets ask, and with it the version that the examples install.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

execFileSync('npx', ['changeset', 'version'], { stdio: 'inherit' });
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const example of readdirSync('examples')) {
  const file = `examples/${example}/package.json`;
  if (!existsSync(file)) continue;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(new RegExp(`("${name}": )"[^"]*"`), `$1"${version}"`));
}
execFileSync('npm', ['install', '--package-lock-only'], { stdio: 'inherit' });
