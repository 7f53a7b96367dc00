import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { NamesField, namesIn } from '../../shared/ui/NamesField';
import { ProblemNote } from '../../shared/ui/ProblemNote';

interface NamesDialogProps {
  encounter: components['schemas']['Encounter'];
  onSaved: () => void;
  onClose: () => void;
}

/** The names that are listened for when this visit's recordings are heard next. */
export function NamesDialog({ encounter, onSaved, onClose }: NamesDialogProps) {
  const { i18n } = useLingui();
  const [names, setNames] = useState(encounter.vocabulary.join(', '));
  const saving = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/encounters/{id}', {
        params: { path: { id: encounter.id }, header: { 'If-Match': `"${encounter.version}"` } },
        body: { vocabulary: namesIn(names) },
      }),
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <Dialog title={i18n.t({ id: 'names.title', message: 'Names to listen for' })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <NamesField value={names} onChange={setNames} />
        {saving.error && <ProblemNote error={saving.error} />}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          <button type="submit" className="button primary" disabled={saving.isPending}>
            {i18n.t({ id: 'save', message: 'Save' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
