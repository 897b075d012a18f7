import { Component, createElement, type ReactNode } from 'react';
import type { Chooser } from '../intake/file-source.js';

/** Sets what the composer renders. */
export type ShowChooser = (view: ReactNode) => void;

/** Choosers waiting to be shown by a composer, the shown one first. */
const lines = new WeakMap<ShowChooser, readonly ReactNode[]>();
let asked = 0;

/** Renders a chooser once those before it are done, until it is answered, cancelled, aborted or has thrown. */
export async function askPerson<Choice>(
  show: ShowChooser,
  render: (chooser: Chooser<Choice>) => ReactNode,
  signal: AbortSignal | undefined,
): Promise<Choice | undefined> {
  if (signal?.aborted) return undefined;
  const changeLine = (change: (line: readonly ReactNode[]) => readonly ReactNode[]): void => {
    const line = change(lines.get(show) ?? []);
    lines.set(show, line);
    show(line[0]);
  };
  const stopped = new AbortController();
  let view: ReactNode;
  try {
    return await new Promise<Choice | undefined>((resolve, reject) => {
      const cancel = (): void => resolve(undefined);
      signal?.addEventListener('abort', cancel, { signal: stopped.signal });
      // Each question gets its own key: two files in a row must not share the state of one chooser.
      asked += 1;
      view = createElement(
        ChooserBoundary,
        { key: asked, onError: reject },
        render({ choose: resolve, cancel }),
      );
      changeLine((line) => [...line, view]);
    });
  } finally {
    stopped.abort();
    changeLine((line) => line.filter((other) => other !== view));
  }
}

interface BoundaryProps {
  onError: (error: unknown) => void;
  children?: ReactNode;
}

/** Contains a chooser that throws: it costs its file, not the chat around it. */
class ChooserBoundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
