import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';

const PURPOSES = ['patient-safety', 'legal', 'complaint', 'technical', 'other'] as const;
type Purpose = (typeof PURPOSES)[number];

interface BreakGlassDialogProps {
  visit: components['schemas']['EncounterStub'];
  onClose: () => void;
}

/** Lets an admin read a visit for an hour, with a reason that its clinician and the auditor see. */
export function BreakGlassDialog({ visit, onClose }: BreakGlassDialogProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [purpose, setPurpose] = useState<Purpose>('patient-safety');
  const [reason, setReason] = useState('');
  const names: Record<Purpose, string> = {
    'patient-safety': i18n.t({ id: 'glass.safety', message: 'Safety of the patient' }),
    legal: i18n.t({ id: 'glass.legal', message: 'Law or court' }),
    complaint: i18n.t({ id: 'glass.complaint', message: 'Complaint' }),
    technical: i18n.t({ id: 'glass.technical', message: 'A fault of the service' }),
    other: i18n.t({ id: 'glass.other', message: 'Something else' }),
  };
  const opening = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/encounters/{id}:break-glass', {
        params: { path: { id: visit.id } },
        body: { purpose, reason: reason.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      void navigate(`/visits/${visit.id}`);
    },
  });
  return (
    <Dialog
      title={i18n.t({ id: 'glass.title', message: 'Open a visit of {name}', values: { name: visit.owner.name } })}
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          opening.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="purpose">{i18n.t({ id: 'glass.purpose', message: 'What it is for' })}</label>
          <select id="purpose" value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)}>
            {PURPOSES.map((each) => (
              <option key={each} value={each}>
                {names[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="glass-reason">{i18n.t({ id: 'glass.reason', message: 'Why it cannot wait for its clinician' })}</label>
          <textarea
            id="glass-reason"
            rows={3}
            value={reason}
            required
            minLength={10}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="muted small">
            {i18n.t({ id: 'glass.hint', message: 'At least ten characters, without the patient’s name. It stands in the audit log, and its clinician sees it.' })}
          </p>
        </div>
        {opening.error && <ProblemNote error={opening.error} />}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          <button type="submit" className="button danger" disabled={reason.trim().length < 10 || opening.isPending}>
            {i18n.t({ id: 'glass.now', message: 'Open it for an hour' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
