import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';

interface DeleteDialogProps {
  encounter: components['schemas']['Encounter'];
  onDeleted: () => void;
  onClose: () => void;
}

/** A visit goes with all that belongs to it, and does not come back: that is said before. */
export function DeleteDialog({ encounter, onDeleted, onClose }: DeleteDialogProps) {
  const { i18n } = useLingui();
  const deleting = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/encounters/{id}', {
        params: { path: { id: encounter.id }, header: { 'If-Match': `"${encounter.version}"` } },
      }),
    onSuccess: onDeleted,
  });
  return (
    <Dialog title={i18n.t({ id: 'delete.title', message: 'Delete this visit?' })} onClose={onClose}>
      <p>
        <b>{encounter.label}</b>
      </p>
      <p>{i18n.t({ id: 'delete.text', message: 'Its recordings, its transcript and its notes are gone for good. Export first what is to be kept.' })}</p>
      {deleting.error && <ProblemNote error={deleting.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'cancel', message: 'Cancel' })}
        </button>
        <button type="button" className="button danger" disabled={deleting.isPending} onClick={() => deleting.mutate()}>
          {i18n.t({ id: 'delete.now', message: 'Delete it' })}
        </button>
      </div>
    </Dialog>
  );
}
