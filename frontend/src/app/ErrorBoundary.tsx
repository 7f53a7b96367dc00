import { Component, type ReactNode } from 'react';
import { Problem } from '../shared/api/problem';
import { ProblemNote } from '../shared/ui/ProblemNote';

/** A defect in one page must not blank the others, nor a recording that is running. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  /** What did not load is not asked for again by the page that wants it. */
  private readonly again = () => {
    const { error } = this.state as { error: unknown };
    if (error instanceof Problem && error.kind === 'not-loaded') {
      location.reload();
    } else {
      this.setState({ error: undefined });
    }
  };

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <main className="page" id="main">
        <ProblemNote error={this.state.error} onRetry={this.again} />
      </main>
    );
  }
}
