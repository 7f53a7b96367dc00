import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';

interface WithdrawDialogProps {
  encounter: components['schemas']['Encounter'];
  onSaved: () => void;
  onClose: () => void;
}

/** Whoever agreed may say no later. */
export function WithdrawDialog({ encounter, onSaved, onClose }: WithdrawDialogProps) {
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
    <Dialog title={i18n.t({ id: 'withdraw.title', message: 'Take the consent back?' })} onClose={onClose}>
      <p>
        {i18n.t({
          id: 'withdraw.text',
          message: 'The visit then says no more that somebody agreed. What was recorded stays until the visit is deleted.',
        })}
      </p>
      {taking.error && <ProblemNote error={taking.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'cancel', message: 'Cancel' })}
        </button>
        <button type="button" className="button danger" disabled={taking.isPending} onClick={() => taking.mutate()}>
          {i18n.t({ id: 'withdraw.now', message: 'Take it back' })}
        </button>
      </div>
    </Dialog>
  );
}
