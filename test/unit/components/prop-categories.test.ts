import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createPropsReader } from '../../../scripts/props-of-components.ts';
import { usefulControls } from '../../../stories/shared/docs.js';
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

const prop = (name: string, type: string, required = false) => ({
  name,
  required,
  type: { name: type },
});

test('a story has controls for what a visitor can type or choose, in the order of the props', () => {
  const props = {
    isOpen: prop('isOpen', 'boolean'),
    mode: prop('mode', '"popup" | "modal"'),
    connection: prop('connection', 'Connection'),
    label: prop('label', 'string', true),
  };
  const rows = usefulControls({
    component: { __docgenInfo: { props } },
    argTypes: {
      isOpen: { type: 'boolean' },
      mode: { type: 'string' },
      connection: { type: 'object' },
      label: { type: 'string' },
    },
    initialArgs: { items: [], label: 'Chat' },
  });
  const shown = Object.entries(rows).filter(([, row]) => !('table' in row));
  expect(shown.map(([name]) => name)).toEqual(['label', 'isOpen', 'mode']);
  expect(rows.mode).toMatchObject({
    options: ['popup', 'modal'],
    control: { type: 'inline-radio' },
  });
  expect(rows).toMatchObject({ items: { table: { disable: true } } });
});

test('a sample has controls for what it passes on alone', () => {
  const rows = usefulControls({
    component: {
      isSample: true,
      __docgenInfo: {
        props: { label: { name: 'label', required: false, type: { name: 'string' } } },
      },
    },
    argTypes: { label: { type: 'string' } },
    initialArgs: {},
  });
  expect(rows.label).toMatchObject({ table: { disable: true } });
});
