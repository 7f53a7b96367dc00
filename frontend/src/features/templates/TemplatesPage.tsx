import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, given } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import type { components } from '../../shared/api/schema';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { SectionList } from './SectionList';
import { TemplatePreview } from './TemplatePreview';
import './templates.css';

type Template = components['schemas']['TemplateView'];

/** The shapes of notes: those that come with the program, and one's own. */
export function TemplatesPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'app.templates', message: 'Templates' }));
  const [address, setAddress] = useSearchParams();
  const choose = (name: string) => setAddress({ template: name }, { replace: true });
  // What is typed stays while one looks at another.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const templates = useQuery(queries.templates);
  const template = templates.data?.find((t) => t.name === address.get('template')) ?? templates.data?.[0];
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
                  <button type="button" aria-current={t === template} onClick={() => choose(t.name)}>
                    {t.name}
                    {t.own && <span className="pill">{i18n.t({ id: 'templates.own', message: 'yours' })}</span>}
                    {(typed[t.name] ?? t.source) !== t.source && <span className="pill draft">{i18n.t({ id: 'templates.typed', message: 'not saved' })}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {template && (
            <TemplateEditor
              key={template.name}
              template={template}
              source={typed[template.name] ?? template.source}
              onType={(source) => setTyped((all) => ({ ...all, [template.name]: source }))}
              onSaved={choose}
            />
          )}
        </div>
      )}
    </main>
  );
}

interface TemplateEditorProps {
  template: Template;
  /** As it is typed now. */
  source: string;
  onType: (source: string) => void;
  onSaved: (name: string) => void;
}

function TemplateEditor({ template, source, onType, onSaved }: TemplateEditorProps) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
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
    onSuccess: async (saved) => {
      await refresh();
      onType(saved.name === template.name ? saved.source : template.source); // by another name it is another one
      onSaved(saved.name);
    },
  });
  const deleting = useMutation({
    mutationFn: () => api.DELETE('/api/v1/templates/{name}', { params: { header, path } }),
    onSuccess: () => {
      setAsked(false);
      return refresh();
    },
  });
  return (
    <section className="card form" aria-label={template.name}>
      <h2>{template.name}</h2>
      <p className="muted">{template.description}</p>
      <SectionList source={source} onChange={onType} />
      <div className="field">
        <label htmlFor="source">{i18n.t({ id: 'templates.source', message: 'All of it as text' })}</label>
        <textarea id="source" rows={18} spellCheck={false} value={source} maxLength={65_536} onChange={(event) => onType(event.target.value)} />
        {!template.own && (
          <p className="muted small">
            {i18n.t({
              id: 'templates.builtin',
              message: 'This one comes with the program. Saving makes one of your own; with the same name, it takes its place.',
            })}
          </p>
        )}
      </div>
      {saving.error && <ProblemNote error={saving.error} />}
      <div className="row">
        <button type="button" className="button primary" disabled={saving.isPending || source === template.source} onClick={() => saving.mutate()}>
          {i18n.t({ id: 'save', message: 'Save' })}
        </button>
        <button type="button" className="button" disabled={source === template.source} onClick={() => onType(template.source)}>
          {i18n.t({ id: 'templates.back', message: 'As it was' })}
        </button>
        {template.own && (
          <button type="button" className="button danger" onClick={() => setAsked(true)}>
            {i18n.t({ id: 'delete.open', message: 'Delete…' })}
          </button>
        )}
      </div>
      <TemplatePreview source={source} />
      {asked && (
        <ConfirmDialog
          title={i18n.t({ id: 'templates.deleteTitle', message: 'Delete the template {name}?', values: { name: template.name } })}
          act={i18n.t({ id: 'delete.now', message: 'Delete it' })}
          doing={deleting}
          onClose={() => setAsked(false)}
        >
          <p>{i18n.t({ id: 'templates.deleteText', message: 'Notes that were written with it stay as they are. One of the same name that comes with the program is there again.' })}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
