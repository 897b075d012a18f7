/** Where a piece of text belongs, as far as the server says. */
export interface TextPlace {
  itemId?: string;
  itemIndex?: number;
  partIndex?: number;
}

interface Item {
  id?: string;
  index?: number;
  parts: Map<number, string>;
  starts: Map<number, number>;
}

/**
 * Remembers what has been shown of an answer that consists of several messages. Some servers send a text in pieces,
 * some whole in the events that close it, most both: each is yielded once. Text of another message is separated by a
 * blank line.
 */
export interface GivenText {
  /** Returns what to show of a piece. */
  piece: (place: TextPlace, text: string) => string;
  /** Returns what to show of a whole text: the part that is still missing. */
  whole: (place: TextPlace, text: string) => string;
  /**
   * Returns where a text begins within everything that was shown, or the end of it if none of this text was
   * shown.
   */
  startOf: (place: TextPlace) => number;
  /** Returns the position in all that was shown, in UTF-16 units, of one that is counted in code points of a text. */
  unitAt: (place: TextPlace, codePoint: number) => number;
}

export function createGivenText(): GivenText {
  const items: Item[] = [];
  let last: Item | undefined;
  let tail = '';
  let shownChars = 0;

  function itemAt({ itemId, itemIndex }: TextPlace): Item | undefined {
    if (itemId === undefined && itemIndex === undefined) return last;
    return items.find(({ id, index }) =>
      itemId !== undefined && id !== undefined
        ? id === itemId
        : itemIndex !== undefined && index !== undefined
          ? index === itemIndex
          : id === undefined && index === undefined,
    );
  }

  function give(item: Item, partIndex: number, text: string): string {
    if (text === '') return '';
    item.parts.set(partIndex, (item.parts.get(partIndex) ?? '') + text);
    const isOther = last !== undefined && last !== item && tail !== '';
    const isParted = /\n\s*\n$/.test(tail) || /^\n\s*\n/.test(text);
    const shown = isOther && !isParted ? `\n\n${text}` : text;
    if (!item.starts.has(partIndex)) {
      item.starts.set(partIndex, shownChars + shown.length - text.length);
    }
    last = item;
    tail = (tail + text).slice(-16);
    shownChars += shown.length;
    return shown;
  }

  function found(place: TextPlace): Item | undefined {
    const item = itemAt(place);
    if (item && place.itemId !== undefined) item.id ??= place.itemId;
    if (item && place.itemIndex !== undefined) item.index ??= place.itemIndex;
    return item;
  }

  function added({ itemId, itemIndex }: TextPlace): Item {
    const item: Item = {
      ...(itemId !== undefined && { id: itemId }),
      ...(itemIndex !== undefined && { index: itemIndex }),
      parts: new Map(),
      starts: new Map(),
    };
    items.push(item);
    return item;
  }

  const startOf: GivenText['startOf'] = (place) =>
    itemAt(place)?.starts.get(place.partIndex ?? 0) ?? shownChars;

  return {
    piece: (place, text) => give(found(place) ?? added(place), place.partIndex ?? 0, text),
    whole(place, text) {
      const partIndex = place.partIndex ?? 0;
      const item = found(place);
      const given = item?.parts.get(partIndex);
      if (given !== undefined) {
        return item && text.startsWith(given)
          ? give(item, partIndex, text.slice(given.length))
          : '';
      }
      // The same text under another number.
      if (items.some(({ parts }) => [...parts.values()].includes(text))) return '';
      return give(item ?? added(place), partIndex, text);
    },
    startOf,
    unitAt(place, codePoint) {
      const text = itemAt(place)?.parts.get(place.partIndex ?? 0) ?? '';
      return startOf(place) + codePoint + pairsBefore(text, codePoint);
    },
  };
}

/** Returns how many of the first code points of a text take two UTF-16 units. */
function pairsBefore(text: string, codePoints: number): number {
  let left = codePoints;
  let pairs = 0;
  for (const character of text) {
    if (left <= 0) break;
    left -= 1;
    pairs += character.length - 1;
  }
  return pairs;
}
