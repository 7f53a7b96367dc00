import { useLingui } from '@lingui/react';
import { Link, NavLink } from 'react-router';
import { useRecording } from '../recording/useRecording';
import { clock } from '../shared/clock';
import { Icon } from '../shared/ui/Icon';

export function AppBar() {
  const { i18n } = useLingui();
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
        <nav aria-label={i18n.t({ id: 'app.nav', message: 'Main' })}>
          <NavLink to="/" end>
            {i18n.t({ id: 'app.visits', message: 'Visits' })}
          </NavLink>
          <NavLink to="/note-templates">{i18n.t({ id: 'app.templates', message: 'Templates' })}</NavLink>
          <NavLink to="/models">{i18n.t({ id: 'app.models', message: 'Models' })}</NavLink>
          <NavLink to="/settings">{i18n.t({ id: 'app.settings', message: 'Settings' })}</NavLink>
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
