// Writes the public surface of the built package into api/, so that each change of it is seen in a commit.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { reportApi } from './api/report.ts';

rmSync('api', { recursive: true, force: true });
mkdirSync('api');
writeFileSync(
  'api/README.md',
  `# Public surface

What each entry point of the package exports, without its comments. \`npm run api\` writes it from the built declarations, and a test compares. What may change in which
version: [stability](../docs/stability.md).
`,
);
for (const [file, report] of reportApi()) writeFileSync(`api/${file}`, report);
