import type { CSSProperties, Ref, RefCallback } from 'react';

type Bag = object | undefined;

type Intersection<Union> = (Union extends unknown ? (bag: Union) => void : never) extends (
  bag: infer All,
) => void
  ? All
  : never;

/**
 * Merges the props of several behaviours on one element: event handlers run one after the other, class names, styles
 * and refs are joined, and for anything else the last one wins.
 */
export function mergeProps<Bags extends readonly Bag[]>(
  ...bags: Bags
): Intersection<NonNullable<Bags[number]>> {
  const merged: Record<string, unknown> = {};
  for (const bag of bags) {
    for (const [name, value] of Object.entries(bag ?? {})) {
      merged[name] = mergeProp(name, merged[name], value);
    }
  }
  return merged as Intersection<NonNullable<Bags[number]>>;
}

type Handler = (...args: readonly unknown[]) => void;

function mergeProp(name: string, first: unknown, second: unknown): unknown {
  if (first === undefined || first === null) return second;
  if (second === undefined) return first;
  if (name === 'className') return `${first as string} ${second as string}`;
  if (name === 'style') return { ...(first as CSSProperties), ...(second as CSSProperties) };
  if (name === 'ref') return mergeRefs(first as Ref<unknown>, second as Ref<unknown>);
  if (/^on[A-Z]/.test(name) && typeof first === 'function' && typeof second === 'function') {
    return (...args: readonly unknown[]) => {
      (first as Handler)(...args);
      (second as Handler)(...args);
    };
  }
  return second;
}

/** React 18 lets a ref return nothing, React 19 a cleanup function: here `null` reports the end, as in both. */
function mergeRefs(...refs: readonly Ref<unknown>[]): RefCallback<unknown> {
  let undos: readonly (() => void)[] = [];
  return (element) => {
    for (const undo of undos) undo();
    undos = element === null ? [] : refs.map((ref) => setRef(ref, element));
  };
}

/** Sets a ref. Returns a cleanup function. */
function setRef(ref: Ref<unknown>, element: unknown): () => void {
  if (typeof ref === 'function') {
    const undo = ref(element);
    return typeof undo === 'function' ? undo : () => void ref(null);
  }
  if (ref) ref.current = element;
  return () => {
    if (ref) ref.current = null;
  };
}
