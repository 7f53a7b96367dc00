import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { Job } from '../../shared/api/jobEvents';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { timeLeft } from '../../shared/ui/timeLeft';

/** What is being done for a visit, how far it is, and a way to stop it. */
export function Work({ job }: { job: Job }) {
  const { i18n } = useLingui();
  const stopping = useMutation({
    mutationFn: () => api.POST('/api/v1/jobs/{id}:cancel', { params: { path: { id: job.id } } }),
  });
  return (
    <div className="page stack">
      <p role="status">
        {job.stage === 'transcribe'
          ? i18n.t({ id: 'review.hearing', message: 'Hearing what was said…' })
          : i18n.t({ id: 'review.writing', message: 'Writing the note…' })}
      </p>
      <progress {...(job.fraction === undefined ? {} : { value: job.fraction })} aria-label={i18n.t({ id: 'review.progress', message: 'Progress' })} />
      <div className="row">
        <span className="muted small">{job.secondsLeft !== undefined && timeLeft(job.secondsLeft, i18n)}</span>
        <button type="button" className="button small" disabled={job.cancelRequested || !stopping.isIdle} onClick={() => stopping.mutate()}>
          {job.cancelRequested || stopping.isSuccess
            ? i18n.t({ id: 'work.stopping', message: 'Stopping…' })
            : i18n.t({ id: 'work.stop', message: 'Stop' })}
        </button>
      </div>
      {stopping.error && <ProblemNote error={stopping.error} />}
    </div>
  );
}
