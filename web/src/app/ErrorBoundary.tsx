import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/ErrorState';

/** Keeps a fault in a page from taking the frame with it; `key` it by what should reset it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
