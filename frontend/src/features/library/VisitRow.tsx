import { useLingui } from '@lingui/react';
import { Link } from 'react-router';
import { clock } from '../../shared/clock';
import { Icon } from '../../shared/ui/Icon';
import type { Encounter } from './api/useEncounters';

export function VisitRow({ visit }: { visit: Encounter }) {
  const { i18n } = useLingui();
  const { note, job, transcript } = visit;
  const failed = job?.state === 'failed';
  const working = job !== undefined && !failed;
  const seconds = visit.recordings.find((r) => r.seconds !== undefined)?.seconds;

  return (
    <tr>
      <td>
        {working ? (
          <span className="pill">{stage(job.stage, job.fraction)}</span>
        ) : note?.state === 'signed' ? (
          <span className="pill signed">
            <Icon name="lock" />
            {i18n.t({ id: 'row.signed', message: 'Signed' })}
          </span>
        ) : note ? (
          <span className="pill draft">{i18n.t({ id: 'draft', message: 'DRAFT' })}</span>
        ) : failed ? (
          <span className="pill draft">{i18n.t({ id: 'row.failed', message: 'Failed' })}</span>
        ) : (
          <span className="pill">
            {transcript
              ? i18n.t({ id: 'row.transcript', message: 'Transcript' })
              : i18n.t({ id: 'row.empty', message: 'No note yet' })}
          </span>
        )}
      </td>
      <td>
        <Link to={`/visits/${visit.id}`}>{visit.label}</Link>
      </td>
      <td className="muted">
        {i18n.date(visit.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        {seconds !== undefined && ` · ${clock(seconds)}`}
      </td>
      <td className="muted">
        {note?.state === 'signed'
          ? i18n.t({ id: 'row.by', message: '{who}', values: { who: note.signedBy } })
          : note && note.toSettle > 0
            ? i18n.t({ id: 'row.toSettle', message: '{n} to settle', values: { n: note.toSettle } })
            : ''}
      </td>
    </tr>
  );

  function stage(name: string | undefined, fraction: number | undefined): string {
    const words =
      name === 'transcribe'
        ? i18n.t({ id: 'row.hearing', message: 'Hearing' })
        : name === undefined
          ? i18n.t({ id: 'row.waiting', message: 'Waiting' })
          : i18n.t({ id: 'row.writing', message: 'Writing' });
    return fraction === undefined ? words : `${words} ${Math.round(fraction * 100)} %`;
  }
}
