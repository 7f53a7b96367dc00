import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { TextField } from '../../shared/ui/TextField';

interface RenameDialogProps {
  encounter: components['schemas']['Encounter'];
  onSaved: () => void;
  onClose: () => void;
}

/** Another label for a visit: the one that was proposed is only its time. */
export function RenameDialog({ encounter, onSaved, onClose }: RenameDialogProps) {
  const { i18n } = useLingui();
  const [label, setLabel] = useState(encounter.label);
  const saving = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/encounters/{id}', {
        params: { path: { id: encounter.id }, header: { 'If-Match': `"${encounter.version}"` } },
        body: { label: label.trim() },
      }),
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <Dialog title={i18n.t({ id: 'rename.title', message: 'Rename this visit' })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <TextField
          id="new-label"
          label={i18n.t({ id: 'new.labelField', message: 'Label' })}
          hint={i18n.t({ id: 'new.labelHint', message: "What you will know the visit by. The patient's name need not be in it." })}
          value={label}
          onChange={setLabel}
          maxLength={200}
        />
        {saving.error && <ProblemNote error={saving.error} />}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          <button type="submit" className="button primary" disabled={saving.isPending || !label.trim()}>
            {i18n.t({ id: 'save', message: 'Save' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
