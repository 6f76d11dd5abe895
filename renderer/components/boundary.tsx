import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  fallback(error: Error): ReactNode;
}

/** An unexpected fault of a screen is shown once, with its way out, instead of an empty window. */
export class Boundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }
  override render(): ReactNode {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children;
  }
}
