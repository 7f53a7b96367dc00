import { useLingui } from '@lingui/react';
import { Problem } from '../api/problem';
import { Icon } from './Icon';

/** What went wrong, why and what to do; the api's own words where it has some. */
export function useProblemText(): (error: unknown) => string {
  const { i18n } = useLingui();
  return (error) => {
    if (!(error instanceof Problem)) {
      return i18n.t({ id: 'problem.page', message: 'The page has a defect. Load it again; what you entered is kept.' });
    }
    switch (error.kind) {
      case 'unreachable':
        return i18n.t({
          id: 'problem.unreachable',
          message: 'The service does not answer. See whether it is running and you are connected, then try again.',
        });
      case 'not-loaded':
        return i18n.t({
          id: 'problem.notLoaded',
          message: 'This part of the page did not arrive. See whether you are connected, then load the page again; what you entered is kept.',
        });
      case 'not-the-api':
        return i18n.t({
          id: 'problem.foreign',
          message: 'Something between this page and the service answered in its place (status {status}). Try again; if it stays so, tell whoever runs it.',
          values: { status: error.status },
        });
      default:
        return [error.detail, ...error.errors.map((e) => `${e.field}: ${e.message}`)].join(' ');
    }
  };
}

interface ProblemNoteProps {
  error: unknown;
  /** Not offered where asking again cannot help: to who is not allowed. */
  onRetry?: () => void;
}

export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const { i18n } = useLingui();
  const text = useProblemText();
  return (
    <div className="note-box problem" role="alert">
      <Icon name="unsupported" />
      <p>{text(error)}</p>
      {onRetry && !(error instanceof Problem && error.kind === 'forbidden') && (
        <button type="button" className="button small" onClick={onRetry}>
          {i18n.t({ id: 'problem.retry', message: 'Try again' })}
        </button>
      )}
    </div>
  );
}
