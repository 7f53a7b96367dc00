import { useLingui } from '@lingui/react';
import { useState } from 'react';

export interface ConsentGiven {
  givenBy: string;
  wording: string;
}

interface ConsentProps {
  onChange: (consent: ConsentGiven | undefined) => void;
}

/** Who agreed to be recorded, and to which words: both are kept with the visit, with the time. */
export function Consent({ onChange }: ConsentProps) {
  const { i18n } = useLingui();
  const [agreed, setAgreed] = useState(false);
  const [givenBy, setGivenBy] = useState(() => i18n.t({ id: 'consent.patient', message: 'The patient' }));
  const wording = i18n.t({
    id: 'consent.wording',
    message:
      'This visit is recorded so that its note can be written from what was said. The recording stays with this practice, and you can say no at any time without any disadvantage.',
  });
  const tell = (is: boolean, by: string) => onChange(is && by.trim() ? { givenBy: by.trim(), wording } : undefined);
  return (
    <fieldset className="consent">
      <legend className="label">{i18n.t({ id: 'consent.title', message: 'Consent' })}</legend>
      <blockquote>{wording}</blockquote>
      <label className="choice">
        <input
          type="checkbox"
          checked={agreed}
          onChange={(event) => {
            setAgreed(event.target.checked);
            tell(event.target.checked, givenBy);
          }}
        />
        {i18n.t({ id: 'consent.agreed', message: 'This was said, and they agreed' })}
      </label>
      <div className="field">
        <label htmlFor="given-by">{i18n.t({ id: 'consent.givenBy', message: 'Who agreed' })}</label>
        <input
          id="given-by"
          value={givenBy}
          maxLength={200}
          onChange={(event) => {
            setGivenBy(event.target.value);
            tell(agreed, event.target.value);
          }}
        />
      </div>
    </fieldset>
  );
}
