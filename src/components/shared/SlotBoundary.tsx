import { Component, type ReactNode } from 'react';

export interface SlotBoundaryProps {
  /** Rendered in place of what threw. */
  fallback: ReactNode;
  /** Rendering is tried again when it changes. */
  resetKey?: unknown;
  children: ReactNode;
}

interface State {
  hasFailed: boolean;
  resetKey?: unknown;
}

/** Keeps what an app renders from taking the rest of the chat down. React itself reports the error. */
export class SlotBoundary extends Component<SlotBoundaryProps, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ resetKey }: SlotBoundaryProps, state: State): State | null {
    return resetKey === state.resetKey ? null : { resetKey, hasFailed: false };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
