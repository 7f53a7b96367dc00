import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { preferences } from '../../shared/preferences';
import { ProblemNote } from '../../shared/ui/ProblemNote';

const LENGTHS = ['brief', 'standard', 'full'] as const;
type Length = (typeof LENGTHS)[number];

/** Asks for a note of a transcript that has none yet. */
export function WriteForm({ encounter, onAsked }: { encounter: string; onAsked: () => void }) {
  const { i18n } = useLingui();
  const templates = useQuery({
    queryKey: ['templates'],
    queryFn: async () => given(await api.GET('/api/v1/templates')).items,
  });
  const [template, setTemplate] = useState(preferences.template.get() ?? 'SOAP');
  const [length, setLength] = useState((preferences.length.get() as Length | null) ?? 'standard');
  const asking = useMutation({
    mutationFn: () => {
      preferences.template.set(template);
      preferences.length.set(length);
      return api.POST('/api/v1/encounters/{encounterId}/notes', {
        params: { path: { encounterId: encounter } },
        body: { template, length },
      });
    },
    onSuccess: onAsked,
  });
  const names: Record<Length, string> = {
    brief: i18n.t({ id: 'length.brief', message: 'Brief' }),
    standard: i18n.t({ id: 'length.standard', message: 'Standard' }),
    full: i18n.t({ id: 'length.full', message: 'Full' }),
  };
  return (
    <div className="page">
      <form
        className="card form"
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate();
        }}
      >
        <h2>{i18n.t({ id: 'write.title', message: 'Write the note' })}</h2>
        <div className="field">
          <label htmlFor="template">{i18n.t({ id: 'write.template', message: 'Template' })}</label>
          <select id="template" value={template} onChange={(event) => setTemplate(event.target.value)}>
            {(templates.data ?? [{ name: 'SOAP' }]).map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="length">{i18n.t({ id: 'write.length', message: 'Length' })}</label>
          <select id="length" value={length} onChange={(event) => setLength(event.target.value as Length)}>
            {LENGTHS.map((each) => (
              <option key={each} value={each}>
                {names[each]}
              </option>
            ))}
          </select>
        </div>
        {asking.error && <ProblemNote error={asking.error} />}
        <button type="submit" className="button primary" disabled={asking.isPending}>
          {i18n.t({ id: 'write.title', message: 'Write the note' })}
        </button>
      </form>
    </div>
  );
}
