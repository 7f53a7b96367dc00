import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { transcribe } from '../../shared/api/transcribe';
import { ProblemNote } from '../../shared/ui/ProblemNote';

/** A recording that nobody has heard yet, because no recognizer was ready when it came or because hearing it failed. */
export function HearForm({ recording, onAsked }: { recording: string; onAsked: () => void }) {
  const { i18n } = useLingui();
  const asking = useMutation({
    mutationFn: () => transcribe(recording),
    onSuccess: onAsked,
  });
  return (
    <div className="page stack">
      <p>{i18n.t({ id: 'hear.text', message: 'The recording is kept. It has not been turned into words yet.' })}</p>
      {asking.error && <ProblemNote error={asking.error} />}
      <div className="row">
        <button type="button" className="button primary" disabled={asking.isPending} onClick={() => asking.mutate()}>
          {i18n.t({ id: 'hear.hear', message: 'Hear it and write the note' })}
        </button>
        <Link className="button" to="/models">
          {i18n.t({ id: 'hear.models', message: 'What can hear it' })}
        </Link>
      </div>
    </div>
  );
}
