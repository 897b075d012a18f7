type AnyProps = Record<string, unknown>;
type Handler = (event: unknown, ...rest: unknown[]) => void;

const isHandler = (name: string, value: unknown): value is Handler =>
  typeof value === 'function' && /^on[A-Z]/.test(name);

/**
 * Props of a part and of the app on one element. The app's handler runs first and stops the part's own with
 * `event.preventDefault()`; class names and styles add up; for all else the app has the last word.
 */
export function mergeProps(own: AnyProps, given: AnyProps): AnyProps {
  const merged: AnyProps = { ...own };
  for (const [name, value] of Object.entries(given)) {
    const ours = own[name];
    if (isHandler(name, ours) && isHandler(name, value)) {
      merged[name] = (event: { defaultPrevented?: boolean }, ...rest: unknown[]): void => {
        value(event, ...rest);
        if (!event?.defaultPrevented) ours(event, ...rest);
      };
    } else if (name === 'className') {
      merged[name] = [ours, value].filter(Boolean).join(' ') || undefined;
    } else if (name === 'style') {
      merged[name] = { ...(ours as object | undefined), ...(value as object | undefined) };
    } else if (value !== undefined) {
      merged[name] = value;
    }
  }
  return merged;
}
