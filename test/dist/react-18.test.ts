import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../react-18/render-on-server.mjs', import.meta.url));

test('on React 18.2, a server renders the chat and the batch panel without a warning', () => {
  const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  const { version, chat, panel, warnings } = JSON.parse(printed) as Record<string, string>;
  expect(version).toBe('18.2.0');
  expect(chat).toContain('<textarea');
  expect(chat).toContain('What is it?');
  expect(panel).toContain('<button');
  expect(warnings).toEqual([]);
});
