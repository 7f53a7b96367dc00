import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';

export interface ConsentGiven {
  givenBy: string;
  wording: string;
}

/** What is said to whoever is asked. */
export const consentWording = (i18n: I18n) =>
  i18n.t({
    id: 'consent.wording',
    message:
      'This visit is recorded so that its note can be written from what was said. The recording stays with this practice, and you can say no at any time without any disadvantage.',
  });

interface ConsentProps {
  /** Of the wording, for what refers to it. */
  id: string;
  givenBy: string;
  onGivenBy: (name: string) => void;
}

/** Who agreed to be recorded, and to which words: both are kept with the visit, with the time. */
export function Consent({ id, givenBy, onGivenBy }: ConsentProps) {
  const { i18n } = useLingui();
  return (
    <fieldset className="consent">
      <legend className="label">{i18n.t({ id: 'consent.title', message: 'Consent' })}</legend>
      <blockquote id={id}>{consentWording(i18n)}</blockquote>
      <div className="field">
        <label htmlFor="given-by">{i18n.t({ id: 'consent.givenBy', message: 'Who agreed' })}</label>
        <input id="given-by" value={givenBy} maxLength={200} onChange={(event) => onGivenBy(event.target.value)} />
      </div>
    </fieldset>
  );
}
