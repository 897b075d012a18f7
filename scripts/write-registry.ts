// Writes the items of registry.json with their files into dist/registry, from the sources of the styled parts.
import { mkdirSync, writeFileSync } from 'node:fs';
import registry from '../registry.json' with { type: 'json' };
import { collectFiles } from './registry/collect-files.ts';
import { createPublicNames } from './registry/public-names.ts';

const DOCS =
  'Begin your stylesheet with `@layer theme, base, image-chat-kit, components, utilities;` and add ' +
  '`@import "image-chat-kit/styles-layered.css";` after Tailwind. Classes that begin with ik: come from there; ' +
  'beside them, your own classes work and win.';

const findPublicName = createPublicNames();
const write = (name: string, value: unknown): void =>
  writeFileSync(`dist/registry/${name}.json`, `${JSON.stringify(value, null, 2)}\n`);

mkdirSync('dist/registry', { recursive: true });
const items = registry.items.map((item) => {
  const collected = item.files.map(({ path }) => collectFiles(path, findPublicName));
  return {
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    ...item,
    docs: DOCS,
    dependencies: [...new Set(collected.flatMap(({ dependencies }) => dependencies))],
    files: collected.flatMap(({ files }) => files),
  };
});
for (const item of items) write(item.name, item);
write('registry', {
  ...registry,
  items: items.map(({ files, ...item }) => ({
    ...item,
    files: files.map(({ path, type }) => ({ path, type })),
  })),
});
