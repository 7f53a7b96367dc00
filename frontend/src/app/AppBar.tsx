import { useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { useRecording } from '../recording/useRecording';
import { api } from '../shared/api/client';
import { useLogin, useMe } from '../shared/api/me';
import { clock } from '../shared/clock';
import { Icon } from '../shared/ui/Icon';
import { missing } from './roles';

export function AppBar() {
  const { i18n } = useLingui();
  const me = useMe().data;
  const login = useLogin().data;
  const may = (path: string) => missing(path, me).length === 0;
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => nav.current?.hidePopover?.(), [pathname]);
  const logOut = async () => {
    await api.DELETE('/api/v1/session').catch(() => undefined);
    sessionStorage.clear();
    location.assign('/');
  };
  return (
    <>
      <a className="button skip" href="#main">
        {i18n.t({ id: 'app.skip', message: 'To the content' })}
      </a>
      <header className="top">
        <Link className="brand" to="/" aria-label="Ambient GPT Notes">
          <Icon name="logo" />
          <span className="wide-only">Ambient GPT Notes</span>
        </Link>
        <RecordingBar />
        <button type="button" className="button quiet narrow-only" popoverTarget="nav">
          <Icon name="menu" />
          {i18n.t({ id: 'app.menu', message: 'Menu' })}
        </button>
        {/* On a wide screen it is a row; on a phone it opens over the page, and closes by Esc, a tap elsewhere or a choice. */}
        <nav id="nav" ref={nav} popover="auto" aria-label={i18n.t({ id: 'app.nav', message: 'Main' })}>
          {may('/') && (
            <NavLink to="/" end>
              {i18n.t({ id: 'app.visits', message: 'Visits' })}
            </NavLink>
          )}
          {may('/note-templates') && <NavLink to="/note-templates">{i18n.t({ id: 'app.templates', message: 'Templates' })}</NavLink>}
          {may('/models') && <NavLink to="/models">{i18n.t({ id: 'app.models', message: 'Models' })}</NavLink>}
          {may('/users') && login?.mode === 'password' && (
            <NavLink to="/users">{i18n.t({ id: 'users.title', message: 'Users' })}</NavLink>
          )}
          {may('/all-visits') && login?.mode !== 'local' && (
            <NavLink to="/all-visits">{i18n.t({ id: 'allVisits.title', message: 'All visits' })}</NavLink>
          )}
          {may('/retention') && <NavLink to="/retention">{i18n.t({ id: 'retention.title', message: 'Retention' })}</NavLink>}
          {may('/audit') && <NavLink to="/audit">{i18n.t({ id: 'audit.title', message: 'Audit' })}</NavLink>}
          <NavLink to="/settings">{i18n.t({ id: 'app.settings', message: 'Settings' })}</NavLink>
          {login && login.mode !== 'local' && (
            <button type="button" className="button small quiet" title={me?.name} onClick={() => void logOut()}>
              {i18n.t({ id: 'app.logOut', message: 'Log out' })}
            </button>
          )}
        </nav>
      </header>
    </>
  );
}

/** On every page while something is recorded: nobody shall have to look for it. */
function RecordingBar() {
  const { i18n } = useLingui();
  const { phase, recording, kept } = useRecording();
  if (!recording || !['recording', 'paused', 'finishing'].includes(phase)) {
    return null;
  }
  return (
    <Link className="button small recording-bar" to={`/visits/${recording.encounter}/live`}>
      <Icon name={phase === 'paused' ? 'pause' : 'record'} />
      {phase === 'paused'
        ? i18n.t({ id: 'app.paused', message: 'Paused' })
        : i18n.t({ id: 'app.recording', message: 'Recording' })}{' '}
      {clock(kept)}
    </Link>
  );
}
