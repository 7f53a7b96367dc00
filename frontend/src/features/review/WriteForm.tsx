import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import { preferences } from '../../shared/preferences';
import { type Length, LengthField } from '../../shared/ui/LengthField';
import { ProblemNote } from '../../shared/ui/ProblemNote';

/** Asks for a note of a transcript that has none yet. */
export function WriteForm({ encounter, onAsked }: { encounter: string; onAsked: () => void }) {
  const { i18n } = useLingui();
  const templates = useQuery(queries.templates);
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
        <LengthField length={length} onChange={setLength} />
        {asking.error && <ProblemNote error={asking.error} />}
        <button type="submit" className="button primary" disabled={asking.isPending}>
          {i18n.t({ id: 'write.title', message: 'Write the note' })}
        </button>
      </form>
    </div>
  );
}
