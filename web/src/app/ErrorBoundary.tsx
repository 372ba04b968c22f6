import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/ErrorState';

type Props = {
  children: ReactNode;
  /** What could not be shown; the page, if nothing is said. */
  title?: ReactNode;
};

/** Keeps a fault in one part from taking the rest with it; `key` it by what should reset it. */
export class ErrorBoundary extends Component<Props, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <ErrorState
        title={this.props.title}
        error={this.state.error}
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}
