import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { microphones } from '../../recording/microphone';
import { useLogin, useMe } from '../../shared/api/me';
import { LANGUAGES, type Language, speak } from '../../shared/i18n/i18n';
import { singleLetters } from '../../shared/keys/keys';
import { preferences } from '../../shared/preferences';
import { type Theme, theme } from '../../shared/ui/theme';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { Password } from './Password';
import { Tokens } from './Tokens';

/** What this browser remembers for this person. */
export function SettingsPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'settings.title', message: 'Settings' }));
  const me = useMe().data;
  const login = useLogin().data;
  const [chosenTheme, setTheme] = useState<Theme>(theme.chosen());
  const [letters, setLetters] = useState(singleLetters.on());
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    void microphones().then(setDevices);
  }, []);

  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'settings.title', message: 'Settings' })}</h1>
      <section className="card form">
        <div className="field">
          <label htmlFor="language">{i18n.t({ id: 'settings.language', message: 'Language of this page' })}</label>
          <select
            id="language"
            value={i18n.locale}
            onChange={(event) => {
              preferences.language.set(event.target.value);
              void speak(event.target.value as Language);
            }}
          >
            {Object.entries(LANGUAGES).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
          <p className="muted small">
            {i18n.t({ id: 'settings.languageOfNotes', message: 'Visits and notes are in English, whatever you choose here.' })}
          </p>
        </div>
        <div className="field">
          <label htmlFor="theme">{i18n.t({ id: 'settings.theme', message: 'Colours' })}</label>
          <select
            id="theme"
            value={chosenTheme}
            onChange={(event) => {
              theme.choose(event.target.value as Theme);
              setTheme(event.target.value as Theme);
            }}
          >
            <option value="auto">{i18n.t({ id: 'settings.themeAuto', message: 'As the device has them' })}</option>
            <option value="light">{i18n.t({ id: 'settings.themeLight', message: 'Light' })}</option>
            <option value="dark">{i18n.t({ id: 'settings.themeDark', message: 'Dark' })}</option>
          </select>
        </div>
        {devices.some((d) => d.label) && (
          <div className="field">
            <label htmlFor="microphone">{i18n.t({ id: 'settings.microphone', message: 'Microphone' })}</label>
            <select
              id="microphone"
              defaultValue={preferences.microphone.get() ?? ''}
              onChange={(event) => preferences.microphone.set(event.target.value)}
            >
              <option value="">{i18n.t({ id: 'settings.microphoneDefault', message: "The device's own choice" })}</option>
              {devices.map((d) => (
                <option key={d.deviceId} value={d.deviceId}>
                  {d.label}
                </option>
              ))}
            </select>
          </div>
        )}
        <label className="choice">
          <input
            type="checkbox"
            checked={letters}
            onChange={(event) => {
              singleLetters.set(event.target.checked);
              setLetters(event.target.checked);
            }}
          />
          <span>
            {i18n.t({ id: 'settings.letters', message: 'Single letters are commands' })}
            <br />
            <span className="muted small">
              {i18n.t({
                id: 'settings.lettersWhy',
                message: 'Switch this off when you dictate or use speech control, which type letters by themselves. “?” tells which there are.',
              })}
            </span>
          </span>
        </label>
      </section>
      {login?.mode === 'password' && <Password />}
      {me && login && login.mode !== 'local' && <Tokens me={me} />}
    </main>
  );
}
