import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createPropsReader } from '../../../scripts/props-of-components.ts';

const folder = fileURLToPath(new URL('../../../src/components/', import.meta.url));
const published = new Set(
  [
    '../index.ts',
    '../chat.ts',
    '../conversations.ts',
    '../devtools.ts',
    '../lightbox.ts',
    '../markdown.ts',
    '../markup.ts',
    '../popup.ts',
    ...['composer', 'dropzone', 'messages', 'tray'].map((family) => `parts/${family}/parts.ts`),
    'parts/announcer/index.ts',
  ].flatMap((file) =>
    readFileSync(`${folder}${file}`, 'utf8')
      .replaceAll(/export type \{[^}]*\}/g, '')
      .match(/\b[A-Z]\w+/g),
  ),
);

/** One for all tests: it reads the types of the whole kit first. */
const read = createPropsReader();

/** Names of what has no words: `Composer.onStop`, or `Composer` itself. */
function* undocumented(): Generator<string> {
  for (const file of globSync('**/*.tsx', { cwd: folder })) {
    for (const { displayName, description, props } of read(`${folder}${file}`)) {
      if (!published.has(displayName)) continue;
      if (!description) yield displayName;
      for (const prop of Object.values(props)) {
        if (!prop.description) yield `${displayName}.${prop.name}`;
      }
    }
  }
}

describe('docs of the components', () => {
  test('every published component and every prop of it is described', () => {
    expect([...undocumented()]).toEqual([]);
  });

  test('a prop is shown with its own type, its default apart from its words', () => {
    const [composer] = read(`${folder}styled/composer/Composer.tsx`);
    expect(composer?.props).toMatchObject({
      composer: { required: true },
      isBusy: { required: false, type: { name: 'boolean' }, defaultValue: { value: 'false' } },
      isFocused: { description: 'Focuses the text when it appears.' },
    });
  });
});
