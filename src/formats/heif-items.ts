/**
 * Reads the `meta` box of an AVIF or HEIC file: items with a type, properties that several items may share,
 * and references from one item to others.
 */
import { findBox, readBoxes, type Box } from './iso-bmff.js';
import { letters, uint16be, uint32be } from './numbers.js';

/** A property of an item. `isEssential`: a reader that does not know it must not show the item. */
export interface ItemProperty extends Box {
  isEssential: boolean;
}

interface ItemReference {
  type: string;
  fromItem: number;
  toItems: number[];
}

export interface HeifItems {
  primaryItem: number;
  /** Four-letter type by item: `av01`, `hvc1`, `grid`, `Exif`. */
  itemTypes: Map<number, string>;
  /** In the order in which they apply. */
  propertiesOf: (item: number) => ItemProperty[];
  references: ItemReference[];
}

/** The boxes below start with a version byte and three bytes of flags. */
const VERSION_BYTES = 4;
const EMPTY = new Uint8Array();

/** `meta`: the box's body. */
export function readItems(meta: Uint8Array): HeifItems {
  const inner = meta.subarray(VERSION_BYTES);
  const pitm = findBox(inner, 'pitm') ?? EMPTY;
  const iprp = findBox(inner, 'iprp') ?? EMPTY;
  const properties = [...readBoxes(findBox(iprp, 'ipco') ?? EMPTY)];
  const associations = readAssociations(findBox(iprp, 'ipma'));
  return {
    primaryItem: readId(pitm, VERSION_BYTES, (pitm[0] ?? 0) > 0).id,
    itemTypes: readItemTypes(findBox(inner, 'iinf')),
    propertiesOf: (item) =>
      (associations.get(item) ?? []).flatMap(({ index, isEssential }) => {
        const property = properties[index - 1];
        return property ? [{ ...property, isEssential }] : [];
      }),
    references: readReferences(findBox(inner, 'iref')),
  };
}

function readItemTypes(iinf: Uint8Array = EMPTY): Map<number, string> {
  const types = new Map<number, string>();
  const countBytes = iinf[0] === 0 ? 2 : 4;
  for (const { type, body } of readBoxes(iinf.subarray(VERSION_BYTES + countBytes))) {
    const version = body[0] ?? 0;
    if (type !== 'infe' || version < 2) continue;
    const { id, next } = readId(body, VERSION_BYTES, version > 2);
    // Two bytes of protection index precede the type.
    types.set(id, letters(body, next + 2, 4));
  }
  return types;
}

interface Association {
  index: number;
  isEssential: boolean;
}

function readAssociations(ipma: Uint8Array = EMPTY): Map<number, Association[]> {
  const associations = new Map<number, Association[]>();
  const hasLongIds = (ipma[0] ?? 0) > 0;
  const hasLongIndices = ((ipma[3] ?? 0) & 1) === 1;
  let at = VERSION_BYTES + 4;
  while (at < ipma.length) {
    const { id, next } = readId(ipma, at, hasLongIds);
    const count = ipma[next] ?? 0;
    at = next + 1;
    const list: Association[] = [];
    for (let index = 0; index < count && at < ipma.length; index++) {
      const value = hasLongIndices ? uint16be(ipma, at) : (ipma[at] ?? 0);
      const essentialBit = hasLongIndices ? 0x8000 : 0x80;
      list.push({ index: value & (essentialBit - 1), isEssential: (value & essentialBit) !== 0 });
      at += hasLongIndices ? 2 : 1;
    }
    if (!associations.has(id)) associations.set(id, list);
  }
  return associations;
}

function readReferences(iref: Uint8Array = EMPTY): ItemReference[] {
  const hasLongIds = (iref[0] ?? 0) > 0;
  return [...readBoxes(iref.subarray(VERSION_BYTES))].map(({ type, body }) => {
    const from = readId(body, 0, hasLongIds);
    const toItems: number[] = [];
    let at = from.next + 2;
    for (let left = uint16be(body, from.next); left > 0 && at < body.length; left--) {
      const to = readId(body, at, hasLongIds);
      toItems.push(to.id);
      at = to.next;
    }
    return { type, fromItem: from.id, toItems };
  });
}

function readId(bytes: Uint8Array, at: number, isLong: boolean): { id: number; next: number } {
  return isLong
    ? { id: uint32be(bytes, at), next: at + 4 }
    : { id: uint16be(bytes, at), next: at + 2 };
}
