import { mergeProps } from '../../../react/merge-props.js';

type AnyProps = Record<string, unknown>;
type Handler = (event: unknown, ...rest: unknown[]) => void;

const isHandler = (name: string, value: unknown): value is Handler =>
  typeof value === 'function' && /^on[A-Z]/.test(name);

/**
 * Merges the props of a part and of the app on one element like `mergeProps`, but the app's handler runs first and can
 * stop the part's own with `event.preventDefault()`.
 */
export function mergeGivenProps(own: AnyProps, given: AnyProps): AnyProps {
  const merged: AnyProps = mergeProps(own, given);
  for (const [name, theirs] of Object.entries(given)) {
    const ours = own[name];
    if (!isHandler(name, ours) || !isHandler(name, theirs)) continue;
    merged[name] = (event: { defaultPrevented?: boolean }, ...rest: unknown[]): void => {
      theirs(event, ...rest);
      if (!event?.defaultPrevented) ours(event, ...rest);
    };
  }
  return merged;
}
