import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { dayBefore } from './dayBefore';

interface Span {
  /** The first and the last day; empty for any. */
  from: string;
  to: string;
}

interface DaysProps extends Span {
  onChange: (span: Span & Record<string, string>) => void;
}

/** Of which days visits are shown: what one mostly asks for by one choice, any other by its first and last day. */
export function Days({ from, to, onChange }: DaysProps) {
  const { i18n } = useLingui();
  const spans: readonly (readonly [first: string, name: string])[] = [
    ['', i18n.t({ id: 'days.any', message: 'Any day' })],
    [dayBefore(0), i18n.t({ id: 'days.today', message: 'Today' })],
    [dayBefore(6), i18n.t({ id: 'days.week', message: 'Last 7 days' })],
    [dayBefore(29), i18n.t({ id: 'days.month', message: 'Last 30 days' })],
  ];
  const [chosen, setChosen] = useState(false);
  const own = chosen || to !== '' || !spans.some(([first]) => first === from);
  return (
    <>
      <select
        aria-label={i18n.t({ id: 'days.label', message: 'Days' })}
        value={own ? 'own' : from}
        onChange={({ target }) => {
          setChosen(target.value === 'own');
          if (target.value !== 'own') {
            onChange({ from: target.value, to: '' });
          }
        }}
      >
        {spans.map(([first, name]) => (
          <option key={first} value={first}>
            {name}
          </option>
        ))}
        <option value="own">{i18n.t({ id: 'days.own', message: 'From … to …' })}</option>
      </select>
      {own && (
        <span className="row days">
          <input type="date" aria-label={i18n.t({ id: 'days.from', message: 'First day' })} value={from} max={to} onChange={({ target }) => onChange({ from: target.value, to })} />
          <input type="date" aria-label={i18n.t({ id: 'days.to', message: 'Last day' })} value={to} min={from} onChange={({ target }) => onChange({ from, to: target.value })} />
        </span>
      )}
    </>
  );
}
