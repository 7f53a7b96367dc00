import { useLingui } from '@lingui/react';

const LENGTHS = ['brief', 'standard', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

/** How much a note is to say. */
export function LengthField({ length, onChange }: { length: Length; onChange: (length: Length) => void }) {
  const { i18n } = useLingui();
  const names: Record<Length, string> = {
    brief: i18n.t({ id: 'length.brief', message: 'Brief' }),
    standard: i18n.t({ id: 'length.standard', message: 'Standard' }),
    full: i18n.t({ id: 'length.full', message: 'Full' }),
  };
  return (
    <div className="field">
      <label htmlFor="length">{i18n.t({ id: 'write.length', message: 'Length' })}</label>
      <select id="length" value={length} onChange={(event) => onChange(event.target.value as Length)}>
        {LENGTHS.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
