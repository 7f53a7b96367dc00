import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useRecorder } from '../recording/useRecording';
import { type Me, meKey, useLogin, useMe } from '../shared/api/me';
import { Problem } from '../shared/api/problem';
import { session } from '../shared/api/session';
import { Dialog } from '../shared/ui/Dialog';
import { part } from '../shared/ui/part';
import { Loading } from '../shared/ui/Loading';
import { usePageTitle } from '../shared/ui/usePageTitle';

const LoginForm = part(async () => (await import('../features/login/LoginForm')).LoginForm);
const SetupForm = part(async () => (await import('../features/login/SetupForm')).SetupForm);

/** Lets in who is known; when a session ends in mid-work it asks over the page, which goes on where it was. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const recorder = useRecorder();
  const login = useLogin();
  const me = useMe();
  const navigate = useNavigate();
  const ended = useSyncExternalStore(session.subscribe, session.hasEnded);

  const comeIn = (now: Me) => {
    const before = queries.getQueryData<Me>(meKey);
    if (before && before.id !== now.id) {
      // What the one before typed, and asked for, is nobody else's.
      sessionStorage.clear();
      location.assign('/');
      return;
    }
    queries.setQueryData(meKey, now);
    session.begun();
    recorder.reconnect();
  };

  if (login.isPending || me.isPending) {
    return (
      <main className="page" id="main">
        <Loading />
      </main>
    );
  }
  if (login.data?.setupNeeded) {
    return (
      <Entrance title={i18n.t({ id: 'setup.title', message: 'Set up' })}>
        <SetupForm
          onDone={(now) => {
            comeIn(now);
            queries.setQueryData(['login'], { ...login.data, setupNeeded: false });
            void navigate('/models?first', { replace: true });
          }}
        />
      </Entrance>
    );
  }
  if (me.error instanceof Problem && me.error.status === 401 && me.data === undefined) {
    return (
      <Entrance title={i18n.t({ id: 'login.title', message: 'Log in' })}>
        <LoginForm login={login.data} onDone={comeIn} />
      </Entrance>
    );
  }
  return (
    <>
      {children}
      {ended && (
        <Dialog title={i18n.t({ id: 'session.ended', message: 'Your session has ended' })} onClose={() => undefined}>
          <p>
            {i18n.t({
              id: 'session.kept',
              message: 'Nothing is lost: log in again, and what you were doing goes on.',
            })}
          </p>
          <Suspense fallback={<Loading />}>
            <LoginForm login={login.data} onDone={comeIn} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

function Entrance({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="page entrance stack" id="main">
      <h1 tabIndex={-1}>{title}</h1>
      <section className="card form">
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </section>
    </main>
  );
}
