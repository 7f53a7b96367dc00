import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { Dialog } from '../../shared/ui/Dialog';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import type { Note } from './model';

const KINDS = ['patient-summary', 'after-visit', 'referral'] as const;
type Kind = (typeof KINDS)[number];

/** What goes to others: made of the note's supported statements alone. */
export function DocumentsDrawer({ note, onClose }: { note: Note; onClose: () => void }) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<Kind>('patient-summary');
  const document = useQuery({
    queryKey: ['note', note.id, 'document', kind, note.version],
    queryFn: async () =>
      given(await api.GET('/api/v1/notes/{id}/documents/{kind}', { params: { path: { id: note.id, kind } } })),
  });
  const names: Record<Kind, string> = {
    'patient-summary': i18n.t({ id: 'documents.summary', message: 'Summary for the patient' }),
    'after-visit': i18n.t({ id: 'documents.instructions', message: 'What to do now' }),
    referral: i18n.t({ id: 'documents.referral', message: 'Referral letter' }),
  };
  return (
    <Dialog drawer title={i18n.t({ id: 'documents.title', message: 'Documents' })} onClose={onClose}>
      <div className="field">
        <label htmlFor="document">{i18n.t({ id: 'documents.kind', message: 'Document' })}</label>
        <select id="document" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </div>
      {document.error && <ProblemNote error={document.error} onRetry={() => void document.refetch()} />}
      {document.isPending && <Loading />}
      {document.data && (
        <>
          <p className="draft-band">
            <b>{i18n.t({ id: 'draft', message: 'DRAFT' })}</b>
            {i18n.t({ id: 'documents.draft', message: 'Read it before it leaves the house.' })}
          </p>
          <article className="stack document" lang="en">
            {document.data.sections.map(({ title, statements }) => (
              <section key={title}>
                <h3>{title}</h3>
                <ul>
                  {statements.map((text, i) => (
                    <li key={i}>{text}</li>
                  ))}
                </ul>
              </section>
            ))}
          </article>
          <ul className="muted small" lang="en">
            {document.data.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'close', message: 'Close' })}
        </button>
        {(['docx', 'pdf'] as const).map((format) => (
          <a key={format} className="button" href={`/api/v1/notes/${note.id}/documents/${kind}/export?format=${format}`} download>
            {format === 'pdf' ? 'PDF' : 'Word'}
          </a>
        ))}
      </div>
    </Dialog>
  );
}
