import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';

export interface EncounterDialogProps {
  encounter: components['schemas']['Encounter'];
  onSaved: () => void;
  onClose: () => void;
}

interface ChangeProps extends EncounterDialogProps {
  title: string;
  /** What is saved; nothing while it cannot be. */
  change: components['schemas']['EncounterChange'] | undefined;
  /** The fields. */
  children: ReactNode;
}

/** Changes what is known of a visit. */
export function EncounterDialog({ encounter, title, change, onSaved, onClose, children }: ChangeProps) {
  const { i18n } = useLingui();
  const saving = useMutation({
    mutationFn: () =>
      api.PATCH('/api/v1/encounters/{id}', {
        params: { path: { id: encounter.id }, header: { 'If-Match': `"${encounter.version}"` } },
        body: change!,
      }),
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        {children}
        {saving.error && <ProblemNote error={saving.error} />}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          <button type="submit" className="button primary" disabled={saving.isPending || !change}>
            {i18n.t({ id: 'save', message: 'Save' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
