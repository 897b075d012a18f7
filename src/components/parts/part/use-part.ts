import {
  type ComponentPropsWithoutRef,
  cloneElement,
  createElement,
  type ElementType,
  type JSX,
  type ReactElement,
  type Ref,
} from 'react';
import { mergeGivenProps } from './merge-given-props.js';
import { useMergedRefs } from './use-merged-refs.js';

/** State that a part shows in its data attributes. `true` becomes an empty attribute, `false` and `undefined` none. */
export type PartState = Readonly<Record<string, string | number | boolean | undefined>>;

/** Replaces the element of a part: an element that receives the part's props, or a function of them. */
export type PartRender<State = PartState> =
  | ReactElement
  | ((props: Record<string, unknown>, state: State) => ReactElement);

/** Props of an element, and `render` to replace it. */
export type PartProps<
  Tag extends keyof JSX.IntrinsicElements,
  State = PartState,
> = ComponentPropsWithoutRef<Tag> & {
  /** Replaces the element: `render={<MyButton />}`, or a function of the part's props and state. */
  render?: PartRender<State>;
};

interface PartOptions<Node, State> {
  tag: ElementType;
  /** Value of `data-ick-part`. */
  name: string;
  own?: Record<string, unknown>;
  given: object;
  state?: State;
  ref?: Ref<Node>;
  ownRef?: Ref<Node> | undefined;
}

type GivenProps = Record<string, unknown> & { render?: PartRender<never> };

/**
 * Renders the element of one part: own and given props merged, refs forwarded, state in data attributes, `render`
 * applied.
 */
export function usePart<Node, State extends PartState = PartState>({
  tag,
  name,
  own = {},
  given,
  state,
  ref,
  ownRef,
}: PartOptions<Node, State>): ReactElement {
  const { render, ...rest } = given as GivenProps;
  const replacement = typeof render === 'object' ? render : undefined;
  const mergedRef = useMergedRefs(
    useMergedRefs(ref, ownRef),
    replacement && (refOf(replacement) as Ref<Node>),
  );
  const props: Record<string, unknown> = {
    'data-ick-part': name,
    ...(state && stateAttributes(state)),
    ...mergeGivenProps(own, rest),
  };
  const refProps = mergedRef && { ref: mergedRef };
  if (typeof render === 'function') return render({ ...props, ...refProps }, state as never);
  if (replacement) {
    const replacementProps = replacement.props as Record<string, unknown>;
    return cloneElement(replacement, { ...mergeGivenProps(props, replacementProps), ...refProps });
  }
  return createElement(tag, { ...props, ...refProps });
}

function stateAttributes(state: PartState): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined || value === false) continue;
    attributes[`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] =
      value === true ? '' : value;
  }
  return attributes;
}

/** React 19 keeps an element's ref among its props, React 18 next to them. Reading the wrong one warns. */
function refOf(element: ReactElement): unknown {
  const inProps = (element.props as { ref?: unknown }).ref;
  if (inProps !== undefined) return inProps;
  const descriptor = Object.getOwnPropertyDescriptor(element, 'ref');
  return descriptor && 'value' in descriptor ? descriptor.value : undefined;
}
