import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';

type Transcript = components['schemas']['Transcript'];
type Speaker = components['schemas']['Speaker'];
const ROLES = ['clinician', 'patient', 'other', 'unknown'] as const;
type Role = (typeof ROLES)[number];

/** Renames one voice, or exchanges two whose names were mixed up. */
export function SpeakerDialog({ transcript, speaker, onClose }: { transcript: Transcript; speaker: Speaker; onClose: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [label, setLabel] = useState(speaker.label);
  const [role, setRole] = useState(speaker.role as Role);
  const other = transcript.speakers.find((s) => s.label !== speaker.label || s.role !== speaker.role);
  const names: Record<Role, string> = {
    clinician: i18n.t({ id: 'role.clinician', message: 'Clinician' }),
    patient: i18n.t({ id: 'role.patient', message: 'Patient' }),
    other: i18n.t({ id: 'role.other', message: 'Somebody else' }),
    unknown: i18n.t({ id: 'role.unknown', message: 'Not known' }),
  };
  const named = (s: Speaker) => ({ label: s.label, role: s.role as Role });
  const changing = useMutation({
    mutationFn: (speakers: { from: { label: string; role: Role }; to: { label: string; role: Role } }[]) =>
      api.PUT('/api/v1/transcripts/{id}/speakers', {
        params: { header: { 'If-Match': `"${transcript.version}"` }, path: { id: transcript.id } },
        body: { speakers },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog title={i18n.t({ id: 'speaker.title', message: 'Who speaks' })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate([{ from: named(speaker), to: { label: label.trim(), role } }]);
        }}
      >
        <div className="field">
          <label htmlFor="speaker">{i18n.t({ id: 'speaker.name', message: 'Name' })}</label>
          <input id="speaker" value={label} maxLength={100} onChange={(event) => setLabel(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="role">{i18n.t({ id: 'speaker.role', message: 'Role' })}</label>
          <select id="role" value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {names[each]}
              </option>
            ))}
          </select>
        </div>
        {changing.error && <ProblemNote error={changing.error} />}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
          {other && (
            <button
              type="button"
              className="button"
              disabled={changing.isPending}
              onClick={() =>
                changing.mutate([
                  { from: named(speaker), to: named(other) },
                  { from: named(other), to: named(speaker) },
                ])
              }
            >
              {i18n.t({ id: 'speaker.exchange', message: 'Exchange with {other}', values: { other: other.label || names[other.role as Role] } })}
            </button>
          )}
          <button type="submit" className="button primary" disabled={changing.isPending}>
            {i18n.t({ id: 'save', message: 'Save' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
