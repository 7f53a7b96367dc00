import { useLingui } from '@lingui/react';
import { Link } from 'react-router';
import { Icon } from '../../shared/ui/Icon';
import type { Encounter } from './api/useEncounters';

export function VisitRow({ visit }: { visit: Encounter }) {
  const { i18n } = useLingui();
  const pills: Record<Encounter['state'], React.ReactNode> = {
    empty: <span className="pill">{i18n.t({ id: 'row.empty', message: 'Nothing yet' })}</span>,
    heard: <span className="pill">{i18n.t({ id: 'row.heard', message: 'No note yet' })}</span>,
    working: <span className="pill">{i18n.t({ id: 'row.working', message: 'Being written…' })}</span>,
    draft: <span className="pill draft">{i18n.t({ id: 'draft', message: 'DRAFT' })}</span>,
    signed: (
      <span className="pill signed">
        <Icon name="lock" />
        {i18n.t({ id: 'row.signed', message: 'Signed' })}
      </span>
    ),
  };
  return (
    <tr>
      <td>{pills[visit.state]}</td>
      <td>
        <Link to={`/visits/${visit.id}`}>{visit.label}</Link>
      </td>
      <td className="muted">{i18n.date(visit.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
    </tr>
  );
}
