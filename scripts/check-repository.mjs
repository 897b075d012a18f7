// Runs before `npm publish`: npm resolves the README's links and images against the repository's address.
import { readFileSync } from 'node:fs';

const { repository } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
if (!repository) {
  console.error(
    'package.json does not name its repository, so the links and images of the README would lead nowhere on npm. ' +
      'Set it first: npm pkg set repository=github:owner/name',
  );
  process.exit(1);
}
