import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, given } from '../../shared/api/client';
import { Dialog } from '../../shared/ui/Dialog';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import type { Note } from './model';

/** As core's suggestions write it: OpenAPI calls it an object. */
interface Suggestions {
  notice: string;
  remarks: string[];
  suggestions: {
    kind: string;
    code?: string;
    text: string;
    standing: string;
    grounds: { text: string }[];
    remarks: string[];
  }[];
}

/** Codes, the visit's level and a checklist, each with what it rests on; a person decides. */
export function CodesDrawer({ note, onClose }: { note: Note; onClose: () => void }) {
  const { i18n } = useLingui();
  const found = useQuery({
    queryKey: ['note', note.id, 'suggestions', note.version],
    queryFn: async () =>
      given(await api.GET('/api/v1/notes/{id}/suggestions', { params: { path: { id: note.id } } })) as unknown as Suggestions,
  });
  const kinds = [...new Set(found.data?.suggestions.map((s) => s.kind))];
  return (
    <Dialog drawer title={i18n.t({ id: 'codes.title', message: 'Codes to consider' })} onClose={onClose}>
      {found.error && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && <p className="muted small">{found.data.notice}</p>}
      {kinds.map((kind) => (
        <section key={kind} className="stack">
          <h3>{names(kind)}</h3>
          <ul className="stack">
            {found.data!.suggestions
              .filter((s) => s.kind === kind)
              .map((s, i) => (
                <li key={i} className="suggestion">
                  <Icon name={s.standing === 'checked' ? 'check' : 'uncertain'} />
                  <div>
                    {s.code && <b>{s.code}</b>} {s.text}{' '}
                    {s.standing !== 'checked' && <span className="pill">{i18n.t({ id: 'codes.doubtful', message: 'doubtful' })}</span>}
                    <p className="muted small">{[...s.grounds.map((g) => g.text), ...s.remarks].join(' · ')}</p>
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {found.data?.suggestions.length === 0 && <p>{i18n.t({ id: 'codes.none', message: 'Nothing that was said suggests a code.' })}</p>}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'close', message: 'Close' })}
        </button>
      </div>
    </Dialog>
  );

  function names(kind: string): string {
    switch (kind) {
      case 'icd-10-cm':
        return i18n.t({ id: 'codes.icd', message: 'Diagnoses (ICD-10-CM)' });
      case 'level':
        return i18n.t({ id: 'codes.level', message: "The visit's level" });
      default:
        return kind.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());
    }
  }
}
