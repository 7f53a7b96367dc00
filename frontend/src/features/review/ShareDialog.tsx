import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { Dialog } from '../../shared/ui/Dialog';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';

interface ShareDialogProps {
  encounter: string;
  /** Whose visit it is: nobody shares with oneself. */
  owner: string;
  onClose: () => void;
}

/** Who else sees a visit, admins who broke its glass included, and a way to let a colleague in. */
export function ShareDialog({ encounter, owner, onClose }: ShareDialogProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [colleague, setColleague] = useState('');
  const [mayEdit, setMayEdit] = useState(false);
  const key = ['encounter', encounter, 'accesses'];
  const accesses = useQuery({
    queryKey: key,
    queryFn: async () => given(await api.GET('/api/v1/encounters/{id}/accesses', { params: { path: { id: encounter } } })).items,
  });
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => given(await api.GET('/api/v1/colleagues')).items,
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: key });
  const sharing = useMutation({
    mutationFn: () =>
      api.PUT('/api/v1/encounters/{id}/shares/{userId}', {
        params: { path: { id: encounter, userId: colleague } },
        body: { mayEdit },
      }),
    onSuccess: () => {
      setColleague('');
      return onSuccess();
    },
  });
  const ending = useMutation({
    mutationFn: (userId: string) =>
      api.DELETE('/api/v1/encounters/{id}/shares/{userId}', { params: { path: { id: encounter, userId } } }),
    onSuccess,
  });
  const others = colleagues.data?.filter(({ id }) => id !== owner) ?? [];
  const error = accesses.error ?? colleagues.error ?? sharing.error ?? ending.error;
  return (
    <Dialog title={i18n.t({ id: 'share.title', message: 'Who sees this visit' })} onClose={onClose}>
      {error && <ProblemNote error={error} />}
      {accesses.isPending && <Loading />}
      {accesses.data?.length === 0 && <p className="muted">{i18n.t({ id: 'share.nobody', message: 'Nobody but its clinician.' })}</p>}
      <ul className="stack">
        {accesses.data?.map((access) => (
          <li key={`${access.kind} ${access.user.id} ${access.at}`} className="row">
            <span>
              <b>{access.user.name}</b>{' '}
              <span className="muted">
                {access.kind === 'break-glass'
                  ? i18n.t({
                      id: 'share.glass',
                      message: 'opened it as an admin on {when}: {reason}',
                      values: { when: i18n.date(access.at, { dateStyle: 'medium', timeStyle: 'short' }), reason: access.reason },
                    })
                  : access.mayEdit
                    ? i18n.t({ id: 'share.edits', message: 'reads and edits' })
                    : i18n.t({ id: 'share.reads', message: 'reads' })}
              </span>
            </span>
            {access.kind === 'share' && (
              <button type="button" className="button small" disabled={ending.isPending} onClick={() => ending.mutate(access.user.id)}>
                {i18n.t({ id: 'share.end', message: 'Take back' })}
                <span className="only-heard"> {access.user.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          sharing.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="colleague">{i18n.t({ id: 'share.with', message: 'Share with' })}</label>
          <select id="colleague" value={colleague} required onChange={(event) => setColleague(event.target.value)}>
            <option value="">
              {others.length > 0
                ? i18n.t({ id: 'share.choose', message: 'Choose a colleague' })
                : i18n.t({ id: 'share.noColleague', message: 'No other clinician has an account' })}
            </option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <label className="choice">
          <input type="checkbox" checked={mayEdit} onChange={(event) => setMayEdit(event.target.checked)} />
          {i18n.t({ id: 'share.mayEdit', message: 'May edit the note, too' })}
        </label>
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {i18n.t({ id: 'close', message: 'Close' })}
          </button>
          <button type="submit" className="button primary" disabled={!colleague || sharing.isPending}>
            {i18n.t({ id: 'share.share', message: 'Share' })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
