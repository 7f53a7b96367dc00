import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';

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
    <ConfirmDialog
      title={i18n.t({ id: 'delete.title', message: 'Delete this visit?' })}
      act={i18n.t({ id: 'delete.now', message: 'Delete it' })}
      doing={deleting}
      onClose={onClose}
    >
      <p>
        <b>{encounter.label}</b>
      </p>
      <p>{i18n.t({ id: 'delete.text', message: 'Its recordings, its transcript and its notes are gone for good. Export first what is to be kept.' })}</p>
    </ConfirmDialog>
  );
}
