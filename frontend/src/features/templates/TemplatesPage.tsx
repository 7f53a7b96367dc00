import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import type { components } from '../../shared/api/schema';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { TemplatePreview } from './TemplatePreview';
import './templates.css';

type Template = components['schemas']['TemplateView'];

/** The shapes of notes: those that come with the program, and one's own. */
export function TemplatesPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'app.templates', message: 'Templates' }));
  const [chosen, setChosen] = useState<string>();
  const templates = useQuery(queries.templates);
  const template = templates.data?.find((t) => t.name === chosen) ?? templates.data?.[0];
  return (
    <main className="page" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'app.templates', message: 'Templates' })}</h1>
      {templates.error ? (
        <ProblemNote error={templates.error} onRetry={() => void templates.refetch()} />
      ) : templates.isPending ? (
        <Loading />
      ) : (
        <div className="templates">
          <nav className="card" aria-label={i18n.t({ id: 'app.templates', message: 'Templates' })}>
            <ul>
              {templates.data.map((t) => (
                <li key={t.name}>
                  <button type="button" aria-current={t === template} onClick={() => setChosen(t.name)}>
                    {t.name}
                    {t.own && <span className="pill">{i18n.t({ id: 'templates.own', message: 'yours' })}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {template && <TemplateEditor key={`${template.name} ${template.version}`} template={template} onSaved={setChosen} />}
        </div>
      )}
    </main>
  );
}

function TemplateEditor({ template, onSaved }: { template: Template; onSaved: (name: string) => void }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [source, setSource] = useState(template.source);
  const path = { name: template.name };
  const header = { 'If-Match': `"${template.version}"` };
  const refresh = () => client.invalidateQueries(queries.templates);
  const saving = useMutation({
    mutationFn: async () =>
      given(
        template.own
          ? await api.PUT('/api/v1/templates/{name}', { params: { header, path }, body: { source } })
          : await api.POST('/api/v1/templates', { body: { source } }),
      ),
    onSuccess: async ({ name }) => {
      await refresh();
      onSaved(name);
    },
  });
  const deleting = useMutation({
    mutationFn: () => api.DELETE('/api/v1/templates/{name}', { params: { header, path } }),
    onSuccess: refresh,
  });
  return (
    <section className="card form" aria-label={template.name}>
      <h2>{template.name}</h2>
      <p className="muted">{template.description}</p>
      <ol className="row">
        {template.sections.map((s) => (
          <li key={s.title} className="pill">
            {s.title}
          </li>
        ))}
      </ol>
      <div className="field">
        <label htmlFor="source">{i18n.t({ id: 'templates.source', message: 'Sections and what belongs into them' })}</label>
        <textarea id="source" rows={18} spellCheck={false} value={source} maxLength={65_536} onChange={(event) => setSource(event.target.value)} />
        {!template.own && (
          <p className="muted small">
            {i18n.t({
              id: 'templates.builtin',
              message: 'This one comes with the program. Saving makes one of your own; with the same name, it takes its place.',
            })}
          </p>
        )}
      </div>
      {(saving.error ?? deleting.error) && <ProblemNote error={saving.error ?? deleting.error} />}
      <div className="row">
        <button type="button" className="button primary" disabled={saving.isPending || source === template.source} onClick={() => saving.mutate()}>
          {i18n.t({ id: 'save', message: 'Save' })}
        </button>
        {template.own && (
          <button type="button" className="button danger" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
            {i18n.t({ id: 'templates.delete', message: 'Delete' })}
          </button>
        )}
      </div>
      <TemplatePreview source={source} />
    </section>
  );
}
