import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Dialog } from '../../shared/ui/Dialog';

export function AmendDialog({ onClose, onAmend }: { onClose: () => void; onAmend: (reason: string) => void }) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={i18n.t({ id: 'amend.title', message: 'Amend the signed note' })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAmend(reason.trim());
        }}
      >
        <div className="field">
          <label htmlFor="reason">{i18n.t({ id: 'amend.reason', message: 'Why it is changed' })}</label>
          <textarea id="reason" rows={3} value={reason} maxLength={1_000} required onChange={(event) => setReason(event.target.value)} />
          <p className="muted small">
            {i18n.t({ id: 'amend.hint', message: 'What was signed is kept as a version. The note becomes a draft again until it is signed.' })}
          </p>
        </div>
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          <button type="submit" className="button primary" disabled={!reason.trim()}>
            {i18n.t({ id: 'amend.amend', message: 'Make it a draft' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
