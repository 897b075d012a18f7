// The address of the repository. `node scripts/repository.mjs owner/name` writes it into package.json, with the addresses that
// follow from it. Without an argument it checks them, which `npm publish` does first: npm links the page of the package to
// them, resolves the README's links and images against them, and compares them with the place where the release was built.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package.json';
const manifest = JSON.parse(readFileSync(file, 'utf8'));

const addressesOf = (name) => ({
  homepage: `https://github.com/${name}#readme`,
  bugs: `https://github.com/${name}/issues`,
  repository: { type: 'git', url: `git+https://github.com/${name}.git` },
});

const nameOf = (url = '') => /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(url)?.[1];

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [name] = process.argv.slice(2);
if (name === undefined) {
  const known = nameOf(manifest.repository?.url);
  if (!known) fail('package.json names no repository. Set it first: npm run repository owner/name');
  for (const [field, address] of Object.entries(addressesOf(known))) {
    if (JSON.stringify(manifest[field]) !== JSON.stringify(address)) {
      fail(`package.json: ${field} is not of ${known}. Set all: npm run repository ${known}`);
    }
  }
} else {
  if (!/^[\w.-]+\/[\w.-]+$/.test(name)) fail(`Not the name of a repository: ${name}`);
  const { license, ...others } = manifest;
  const added = { ...others, ...addressesOf(name), license };
  // Where npm writes them: in front of the licence.
  const last = Object.keys(others).indexOf('keywords');
  const order = Object.keys(others).filter((field) => !(field in addressesOf(name)));
  order.splice(last + 1, 0, ...Object.keys(addressesOf(name)), 'license');
  const ordered = Object.fromEntries(order.map((field) => [field, added[field]]));
  writeFileSync(file, `${JSON.stringify(ordered, null, 2)}\n`);
}
