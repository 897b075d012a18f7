import { type Ref, type RefCallback, useMemo } from 'react';

type AnyRef<Node> = Ref<Node> | undefined;

/** Merges several refs on one element; the same function from render to render while the refs are the same. */
export function useMergedRefs<Node>(
  first: AnyRef<Node>,
  second?: AnyRef<Node>,
): RefCallback<Node> | undefined {
  return useMemo(() => {
    const refs = [first, second].filter((ref) => ref !== null && ref !== undefined);
    if (refs.length === 0) return undefined;
    // In React 19 a callback ref may return its own cleanup; otherwise it is called again with null.
    const cleanups = new Map<unknown, () => void>();
    return (node: Node | null): void => {
      for (const ref of refs) {
        if (typeof ref !== 'function') {
          (ref as { current: Node | null }).current = node;
          continue;
        }
        const cleanup = cleanups.get(ref);
        cleanups.delete(ref);
        cleanup?.();
        if (node === null && cleanup) continue;
        const next = ref(node);
        if (typeof next === 'function') cleanups.set(ref, next);
      }
    };
  }, [first, second]);
}
