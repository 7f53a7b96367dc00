import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { Dialog } from '../../shared/ui/Dialog';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import type { Note } from './model';
import { NoteDiff } from './NoteDiff';

/** Who changed the note and when; any two versions beside each other. */
export function VersionsDrawer({ note, onClose }: { note: Note; onClose: () => void }) {
  const { i18n } = useLingui();
  const [from, setFrom] = useState(Math.max(1, note.version - 1));
  const [to, setTo] = useState(note.version);
  const path = { id: note.id };
  const versions = useQuery({
    queryKey: ['note', note.id, 'versions', note.version],
    queryFn: async () => given(await api.GET('/api/v1/notes/{id}/versions', { params: { path } })).items,
  });
  const diff = useQuery({
    queryKey: ['note', note.id, 'diff', from, to],
    enabled: from !== to,
    queryFn: async () => given(await api.GET('/api/v1/notes/{id}/diff', { params: { path, query: { from, to } } })),
  });
  const causes: Record<string, string> = {
    drafted: i18n.t({ id: 'versions.drafted', message: 'written' }),
    edited: i18n.t({ id: 'versions.edited', message: 'edited' }),
    regenerated: i18n.t({ id: 'versions.regenerated', message: 'written anew' }),
    signed: i18n.t({ id: 'versions.signed', message: 'signed' }),
    amended: i18n.t({ id: 'versions.amended', message: 'amended' }),
  };
  const choice = (id: string, label: string, value: number, choose: (version: number) => void) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(Number(event.target.value))}>
        {versions.data?.map((v) => (
          <option key={v.version} value={v.version}>
            {`${v.version} · ${causes[v.cause] ?? v.cause} · ${v.by} · ${i18n.date(v.at, { dateStyle: 'short', timeStyle: 'short' })}`}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Dialog drawer title={i18n.t({ id: 'versions.title', message: 'Versions' })} onClose={onClose}>
      {(versions.error ?? diff.error) && <ProblemNote error={versions.error ?? diff.error} />}
      {versions.data && (
        <>
          {choice('from', i18n.t({ id: 'versions.from', message: 'From' }), from, setFrom)}
          {choice('to', i18n.t({ id: 'versions.to', message: 'To' }), to, setTo)}
        </>
      )}
      {from === to ? <NoteDiff changes={[]} /> : diff.data ? <NoteDiff changes={diff.data.changes} /> : !diff.error && <Loading />}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'close', message: 'Close' })}
        </button>
      </div>
    </Dialog>
  );
}
