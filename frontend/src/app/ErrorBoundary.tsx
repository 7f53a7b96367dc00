import { Component, type ReactNode } from 'react';
import { ProblemNote } from '../shared/ui/ProblemNote';

/** A defect in one page must not blank the others, nor a recording that is running. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <main className="page" id="main">
        <ProblemNote error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
      </main>
    );
  }
}
