/**
 * Merges a conversation that two tabs wrote. Both started from the same entries, the basis, so that each
 * tab's additions, changes and removals are known; additions are never lost, and removed entries do not
 * return.
 *
 * A conversation with versions is a tree. Its messages are compared by id, regardless of position; then the
 * tree is rebuilt: answers to the same question become versions, questions follow each other.
 */
import { signatureOf, type StoredEntry } from './stored-entry.js';

interface Node {
  key: string;
  /** The entry without its versions, which are other nodes. */
  entry: StoredEntry;
  /** Key of the preceding message. */
  parent: string;
  signature: string;
}

interface Tree {
  nodes: ReadonlyMap<string, Node>;
  /** Keys of the visible messages, in order. */
  path: readonly string[];
  /** Keys of the selected version of each message. */
  chosen: ReadonlySet<string>;
}

const ROOT = '';

export function mergeConversations(
  basis: readonly StoredEntry[],
  mine: readonly StoredEntry[],
  theirs: readonly StoredEntry[],
): readonly StoredEntry[] {
  const base = toTree(basis);
  const their = aligned(toTree(theirs), base);
  const my = apart(aligned(toTree(mine), base), base, their);
  return toEntries(survivors(base, my, their), [my, their, base]);
}

function toTree(entries: readonly StoredEntry[]): Tree {
  const nodes = new Map<string, Node>();
  const chosen = new Set<string>();

  /** An edited question shares its id with its other versions, which are distinguished by their order. */
  function add({ versions: _versions, ...entry }: StoredEntry, parent: string): string {
    const { id } = entry.message;
    let key = `${id}\n`;
    while (nodes.has(key)) key += '+';
    nodes.set(key, { key, entry, parent, signature: signatureOf(entry) });
    return key;
  }

  function walk(entries: readonly StoredEntry[], start: string): string[] {
    const path: string[] = [];
    let parent = start;
    for (const entry of entries) {
      const { index = 0, others = [] } = entry.versions ?? {};
      for (const other of others.slice(0, index)) walkAside(other, parent);
      const key = add(entry, parent);
      for (const other of others.slice(index)) walkAside(other, parent);
      path.push(key);
      chosen.add(key);
      parent = key;
    }
    return path;
  }

  function walkAside(other: readonly StoredEntry[], start: string): void {
    const [first] = walk(other, start);
    if (first !== undefined) chosen.delete(first);
  }

  const path = walk(entries, ROOT);
  return { nodes, path, chosen };
}

/** Versions of an edited question share its id. If one was removed, the others keep their keys. */
function aligned(tree: Tree, base: Tree): Tree {
  const newKeys = new Map<string, string>();
  const before = byId(base);
  for (const [id, nodes] of byId(tree)) {
    const old = before.get(id) ?? [];
    if (nodes.length < 2 && old.length < 2) continue;
    const free = new Map(old.map(({ key, signature }) => [key, signature]));
    const changed = nodes.filter(({ key, signature }) => {
      const [oldKey] = [...free].find(([, other]) => other === signature) ?? [];
      if (oldKey === undefined) return true;
      newKeys.set(key, oldKey);
      free.delete(oldKey);
      return false;
    });
    changed.forEach(({ key }, place) => {
      const newKey = [...free.keys()][place] ?? `${id}\n${'+'.repeat(old.length + place)}`;
      newKeys.set(key, newKey);
    });
  }
  return renamed(tree, newKeys);
}

function byId({ nodes }: Tree): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    const { id } = node.entry.message;
    groups.set(id, [...(groups.get(id) ?? []), node]);
  }
  return groups;
}

/** Messages that both tabs derived from one, in different ways, are separate messages. */
function apart(my: Tree, base: Tree, their: Tree): Tree {
  const newKeys = new Map<string, string>();
  for (const [key, node] of my.nodes) {
    const other = their.nodes.get(key);
    if (other && isConflict(node, other, base.nodes.get(key))) newKeys.set(key, `${key}*`);
  }
  return renamed(my, newKeys);
}

function renamed(tree: Tree, newKeys: ReadonlyMap<string, string>): Tree {
  if (newKeys.size === 0) return tree;
  const keyOf = (key: string): string => newKeys.get(key) ?? key;
  const nodes = [...tree.nodes.values()].map((node): [string, Node] => [
    keyOf(node.key),
    { ...node, key: keyOf(node.key), parent: keyOf(node.parent) },
  ]);
  return {
    nodes: new Map(nodes),
    path: tree.path.map(keyOf),
    chosen: new Set([...tree.chosen].map(keyOf)),
  };
}

function isConflict(mine: Node, theirs: Node, base: Node | undefined): boolean {
  if (!isChanged(mine, theirs)) return false;
  if (base && !(isChanged(mine, base) && isChanged(theirs, base))) return false;
  if (isAnswer(mine)) return !isLonger(mine, theirs) && !isLonger(theirs, mine);
  return !base || wordingOf(mine) !== wordingOf(theirs);
}

/** What a question asks: its text and which images and files it holds, whatever is stored with them. */
function wordingOf({ entry }: Node): string {
  return JSON.stringify(
    entry.message.parts.map((part) =>
      part.type === 'text' ? part.text : 'id' in part && [part.id],
    ),
  );
}

function isChanged(node: Node, before: Node): boolean {
  return node.signature !== before.signature;
}

/** Whether one node equals the other or extends it. */
function isLonger(node: Node, other: Node): boolean {
  return textOf(node).startsWith(textOf(other));
}

function textOf({ entry }: Node): string {
  return entry.message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

function survivors(base: Tree, my: Tree, their: Tree): ReadonlyMap<string, Node> {
  const underWay = underWayIn(my);
  const nodes = new Map<string, Node>();
  for (const key of new Set([...my.nodes.keys(), ...their.nodes.keys()])) {
    const before = base.nodes.get(key);
    const mine = my.nodes.get(key);
    const theirs = their.nodes.get(key);
    if (mine && theirs) {
      nodes.set(key, merged(mine, theirs, before));
      continue;
    }
    const only = mine ?? theirs;
    // What one tab left unchanged, the other has removed.
    if (only && (!before || underWay.has(key) || isChanged(only, before))) nodes.set(key, only);
  }
  // A question that has been answered since is not removed either.
  for (const node of [...nodes.values()].filter(isAnswer)) {
    const question = my.nodes.get(node.parent) ?? their.nodes.get(node.parent);
    if (question && !isAnswer(question) && !nodes.has(question.key)) {
      nodes.set(question.key, question);
    }
  }
  return nodes;
}

/**
 * What is being answered here is not removed by another tab, which may take it for a question that was never
 * sent.
 */
function underWayIn({ nodes, path }: Tree): ReadonlySet<string> {
  const last = nodes.get(path.at(-1) ?? ROOT);
  const status = last?.entry.answer?.status;
  return new Set(status === 'waiting' || status === 'streaming' ? path.slice(-2) : []);
}

function merged(mine: Node, theirs: Node, before: Node | undefined): Node {
  const isTheirs = before && !isChanged(mine, before);
  const isMovedByMe = before && mine.parent !== before.parent;
  const newer = isTheirs || isOutgrown(mine, theirs) ? theirs : mine;
  return { ...newer, parent: isMovedByMe ? mine.parent : theirs.parent };
}

/** Whether another tab has more of the same answer. */
function isOutgrown(mine: Node, theirs: Node): boolean {
  return isAnswer(mine) && isLonger(theirs, mine) && !isLonger(mine, theirs);
}

function toEntries(
  nodes: ReadonlyMap<string, Node>,
  [my, their, base]: readonly [Tree, Tree, Tree],
): readonly StoredEntry[] {
  const trees = [my, their, base];
  const hasSwitched = [...my.chosen].join() !== [...base.chosen].join();
  const preferred = hasSwitched ? [my, their] : [their, my];
  const children = new Map<string, Node[]>();
  const placed = new Set<string>();
  for (const node of nodes.values()) {
    const parent = firstSurvivor(node.parent);
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }

  function firstSurvivor(parent: string): string {
    let key = parent;
    for (let steps = 0; key !== ROOT && !nodes.has(key); steps += 1) {
      const gone = trees.find((tree) => tree.nodes.has(key))?.nodes.get(key);
      key = steps > nodes.size || !gone ? ROOT : gone.parent;
    }
    return key;
  }

  function areVersions(a: Node, b: Node): boolean {
    if (a.entry.message.id === b.entry.message.id) return true;
    if (isAnswer(a) && isAnswer(b)) return true;
    return trees.some((tree) => {
      const one = tree.nodes.get(a.key);
      return one !== undefined && one.parent === tree.nodes.get(b.key)?.parent;
    });
  }

  /** Returns what follows a message: each group holds the versions of one message. */
  function groupsBehind(parent: string): readonly Node[][] {
    const groups: Node[][] = [];
    for (const node of children.get(parent) ?? []) {
      if (placed.has(node.key)) continue;
      placed.add(node.key);
      const group = groups.find((others) => others.some((other) => areVersions(other, node)));
      if (group) group.push(node);
      else groups.push([node]);
    }
    return groups.toSorted((a, b) => rankOf(a) - rankOf(b));
  }

  /** Ranks an answer directly after its question, and then by order of storage. */
  function rankOf(group: readonly Node[]): number {
    if (group.some(isAnswer)) return 0;
    return group.some(({ key }) => their.nodes.has(key)) ? 1 : 2;
  }

  function pathBehind(start: string): StoredEntry[] {
    const path: StoredEntry[] = [];
    let groups = groupsBehind(start);
    // Most messages have one successor. A long conversation must not cause a recursion of the same depth.
    while (groups.length === 1 && groups[0]?.length === 1) {
      const [node] = groups[0];
      if (!node) break;
      path.push(node.entry);
      groups = groupsBehind(node.key);
    }
    return [...path, ...groups.flatMap(shown)];
  }

  function shown(group: readonly Node[]): readonly StoredEntry[] {
    const ways = group.map((node) => [node.entry, ...pathBehind(node.key)]);
    const places = preferred.map(({ chosen }) => group.findIndex(({ key }) => chosen.has(key)));
    const index = places.find((place) => place >= 0) ?? group.length - 1;
    const [first, ...later] = ways[index] ?? [];
    if (!first) return [];
    const others = ways.toSpliced(index, 1);
    return [others.length === 0 ? first : { ...first, versions: { index, others } }, ...later];
  }

  const path = pathBehind(ROOT);
  // Two tabs may have stored messages in opposite orders; none may be lost in the cycle.
  const left = [...nodes.values()].filter(({ key }) => !placed.has(key));
  return [...path, ...left.map(({ entry }) => entry)];
}

function isAnswer({ entry }: Node): boolean {
  return entry.message.role === 'assistant';
}
