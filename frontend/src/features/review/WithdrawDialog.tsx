import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import type { EncounterDialogProps } from './EncounterDialog';

/** Whoever agreed may say no later. */
export function WithdrawDialog({ encounter, onSaved, onClose }: EncounterDialogProps) {
  const { i18n } = useLingui();
  const taking = useMutation({
    mutationFn: () =>
      api.DELETE('/api/v1/encounters/{id}/consent', {
        params: { path: { id: encounter.id }, header: { 'If-Match': `"${encounter.version}"` } },
      }),
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={i18n.t({ id: 'withdraw.title', message: 'Take the consent back?' })}
      act={i18n.t({ id: 'withdraw.now', message: 'Take it back' })}
      doing={taking}
      onClose={onClose}
    >
      <p>
        {i18n.t({
          id: 'withdraw.text',
          message: 'The visit then says no more that somebody agreed. What was recorded stays until the visit is deleted.',
        })}
      </p>
    </ConfirmDialog>
  );
}
