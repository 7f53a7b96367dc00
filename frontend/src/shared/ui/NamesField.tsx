import { useLingui } from '@lingui/react';

/** As the api says. */
const MOST = 100;
const LONGEST = 60;

/** What stands between commas or line ends, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim().slice(0, LONGEST));
  return [...new Set(names.filter(Boolean))].slice(0, MOST);
}

interface NamesFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** Names that are likely to be said: recognizers that can are told to listen for them. */
export function NamesField({ value, onChange }: NamesFieldProps) {
  const { i18n } = useLingui();
  return (
    <div className="field">
      <label htmlFor="names">{i18n.t({ id: 'names.label', message: 'Names to listen for (optional)' })}</label>
      <textarea
        id="names"
        rows={2}
        value={value}
        maxLength={MOST * (LONGEST + 2)}
        spellCheck={false}
        aria-describedby="names-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="names-hint" className="muted small">
        {i18n.t({ id: 'names.hint', message: 'Medicines, people, places: with commas between them. Recognizers that can, hear them better.' })}
      </p>
    </div>
  );
}
