import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createPropsReader } from '../../../scripts/props-of-components.ts';
import { documentedProps } from '../../../stories/shared/docs.js';
import {
  categorizedNames,
  categoryOf,
  orderProps,
} from '../../../stories/shared/prop-categories.js';

const folder = fileURLToPath(new URL('../../../src/components/', import.meta.url));
const read = createPropsReader();
const components = globSync('**/*.tsx', { cwd: folder }).flatMap((file) =>
  read(`${folder}${file}`),
);

/** Components whose docs pages are long. */
const large = [
  'ImageChat',
  'ImageChatView',
  'MessageList',
  'Composer',
  'ImageDropzone',
  'DropzoneRoot',
  'BatchPanel',
];

describe('categories of props', () => {
  test.each(large)('every prop of %s has one', (wanted) => {
    const props = components.find(({ displayName }) => displayName === wanted)?.props ?? {};
    expect(Object.keys(props).length).toBeGreaterThan(12);
    expect(Object.keys(props).filter((name) => !categoryOf(name))).toEqual([]);
  });

  test('no name is listed that no component has, or listed twice', () => {
    const names = new Set(components.flatMap(({ props }) => Object.keys(props)));
    expect(categorizedNames.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(categorizedNames).size).toBe(categorizedNames.length);
  });

  test('categories come in a fixed order, required props first', () => {
    const props = components.find(({ displayName }) => displayName === 'ImageChat')?.props ?? {};
    const ordered = orderProps(props);
    expect(ordered[0]).toEqual({ name: 'connection', category: 'Connection' });
    expect([...new Set(ordered.map(({ category }) => category))]).toEqual([
      'Connection',
      'Images',
      'Other files',
      'Conversation',
      'Composer',
      'Messages',
      'Appearance',
      'Events',
    ]);
  });
});

test('arguments of a story are not listed as props', () => {
  const rows = documentedProps({
    component: {
      __docgenInfo: {
        props: {
          isOpen: { name: 'isOpen', required: false },
          words: { name: 'words', required: true },
        },
      },
    },
    argTypes: { isOpen: { type: 'boolean' }, words: { type: 'string' } },
    initialArgs: { items: [] },
  });
  expect(Object.keys(rows)).toEqual(['words', 'isOpen', 'items']);
  expect(rows).toMatchObject({ items: { table: { disable: true } } });
});
