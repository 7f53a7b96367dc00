import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { type Length, LengthField } from '../../shared/ui/LengthField';
import { ProblemNote } from '../../shared/ui/ProblemNote';

/** What core writes as a note: OpenAPI calls it an object. */
interface PreviewNote {
  sections: { title: string; statements: { text: string }[] }[];
}

/** The most recent visits that have words are offered. */
const VISITS = 50;
const SAMPLE = '';

/** What a template makes of a visit, as it is in the editor, kept or not; nothing of it is kept. */
export function TemplatePreview({ source }: { source: string }) {
  const { i18n } = useLingui();
  const [transcript, setTranscript] = useState(SAMPLE);
  const [length, setLength] = useState<Length>('standard');
  const visits = useQuery({
    queryKey: ['encounters', 'with words'],
    queryFn: async () =>
      given(await api.GET('/api/v1/encounters', { params: { query: { page: 0, size: VISITS } } })).items.filter((v) => v.transcript),
  });
  const showing = useMutation({
    mutationFn: async () => {
      const body = { source, length };
      const { note } = given(
        transcript === SAMPLE
          ? await api.POST('/api/v1/templates:preview', { body })
          : await api.POST('/api/v1/transcripts/{id}:preview', { params: { path: { id: transcript } }, body }),
      );
      return { note: note as unknown as PreviewNote, source };
    },
  });
  const shown = showing.data;
  return (
    <section className="stack" aria-labelledby="preview">
      <h3 id="preview">{i18n.t({ id: 'templates.preview', message: 'Preview' })}</h3>
      <form
        className="preview-form"
        onSubmit={(event) => {
          event.preventDefault();
          showing.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="visit">{i18n.t({ id: 'templates.of', message: 'Of the visit' })}</label>
          <select id="visit" value={transcript} onChange={(event) => setTranscript(event.target.value)}>
            <option value={SAMPLE}>{i18n.t({ id: 'templates.sample', message: 'An invented one: cough and knee pain' })}</option>
            {visits.data?.map((visit) => (
              <option key={visit.id} value={visit.transcript!.id}>
                {visit.label}
              </option>
            ))}
          </select>
        </div>
        <LengthField length={length} onChange={setLength} />
        <button type="submit" className="button" disabled={showing.isPending}>
          {i18n.t({ id: 'templates.show', message: 'Show what it makes' })}
        </button>
      </form>
      {showing.error && <ProblemNote error={showing.error} />}
      <div role="status">
        {shown && (
          <div className={`document card form${shown.source === source ? '' : ' outdated'}`}>
            {shown.source !== source && (
              <p className="muted small">{i18n.t({ id: 'templates.outdated', message: 'This is of the template before your last change.' })}</p>
            )}
            {shown.note.sections.map(({ title, statements }) => (
              <section key={title} aria-label={title}>
                <h4>{title}</h4>
                <ul lang="en">
                  {statements.map(({ text }, i) => (
                    <li key={i}>{text}</li>
                  ))}
                </ul>
              </section>
            ))}
            {shown.note.sections.every(({ statements }) => statements.length === 0) && (
              <p className="muted">{i18n.t({ id: 'templates.nothing', message: 'Nothing of this visit belongs into its sections.' })}</p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
