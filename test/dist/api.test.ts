import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportApi } from '../../scripts/api/report.js';

const folder = fileURLToPath(new URL('../../api/', import.meta.url));

test('the public surface is the one in api/: if the change is meant, run `npm run api`', () => {
  const reports = reportApi();
  const written = readdirSync(folder).filter((file) => file !== 'README.md');
  expect(written.toSorted()).toEqual([...reports.keys()].toSorted());
  for (const [file, report] of reports) {
    expect(`${file}\n${report}`).toBe(`${file}\n${readFileSync(folder + file, 'utf8')}`);
  }
});
