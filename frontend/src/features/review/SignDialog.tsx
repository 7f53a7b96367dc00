import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { components } from '../../shared/api/schema';
import { Dialog } from '../../shared/ui/Dialog';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { reviewSigning } from './api/noteEdits';
import { statementsOf } from './evidence';
import type { Note, Utterance } from './model';

interface SignDialogProps {
  note: Note;
  utterances: readonly Utterance[];
  onClose: () => void;
  onSign: () => void;
}

type Finding = components['schemas']['SignFinding'];

/** What it is about: a sentence, or what was said. */
const idOf = ({ statementId, utteranceId }: Finding) => statementId ?? utteranceId ?? '';

/** What refuses and what has to be seen, as the server says it; then who signs, by name. */
export function SignDialog({ note, utterances, onClose, onSign }: SignDialogProps) {
  const { i18n } = useLingui();
  const review = useQuery({ queryKey: ['note', note.id, 'signing', note.version], queryFn: () => reviewSigning(note.id) });
  const [seen, setSeen] = useState(false);
  const [asked, setAsked] = useState(false);
  const texts = new Map([...statementsOf(note), ...utterances].map(({ id, text }) => [id, text]));
  const { refused = [], seen: toSee = [], signsAs } = review.data ?? {};
  const missing = refused.length > 0 || (toSee.length > 0 && !seen);
  const sign = useRef<HTMLButtonElement>(null);
  // Enter signs what nothing stands against.
  const clear = signsAs !== undefined && refused.length === 0 && toSee.length === 0;
  useEffect(() => {
    if (clear) {
      sign.current?.focus();
    }
  }, [clear]);

  return (
    <Dialog title={i18n.t({ id: 'sign.title', message: 'Sign this note' })} onClose={onClose}>
      {review.isPending && <Loading />}
      {review.error && <ProblemNote error={review.error} onRetry={() => void review.refetch()} />}
      {refused.length > 0 && (
        <section className="stack">
          <h3>{i18n.t({ id: 'sign.refused', message: 'To be put right first' })}</h3>
          <ul>
            {refused.map((finding, i) => (
              <li key={i} className="suggestion">
                <Icon name="unsupported" />
                <span>
                  {texts.has(idOf(finding)) && <q lang="en">{texts.get(idOf(finding))}</q>} {finding.message}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {toSee.length > 0 && (
        <section className="stack">
          <h3>{i18n.t({ id: 'sign.toSee', message: 'To be seen' })}</h3>
          <ul>
            {toSee.map((finding, i) => (
              <li key={i} className="suggestion">
                <Icon name="uncertain" />
                <span>
                  {texts.has(idOf(finding)) && <q lang="en">{texts.get(idOf(finding))}</q>} {finding.message}
                </span>
              </li>
            ))}
          </ul>
          <label className="choice">
            <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} />
            {i18n.t({ id: 'sign.seen', message: 'I have seen these' })}
          </label>
        </section>
      )}
      {signsAs !== undefined && (
        <p>{i18n.t({ id: 'sign.as', message: 'You sign as {name}. Signing locks the note.', values: { name: signsAs } })}</p>
      )}
      {asked && missing && (
        <p className="fault" role="alert">
          {refused.length > 0
            ? i18n.t({ id: 'sign.notYet', message: 'It cannot be signed before that is put right.' })
            : i18n.t({ id: 'sign.tick', message: 'Tick that you have seen them.' })}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'cancel', message: 'Cancel' })}
        </button>
        <button
          ref={sign}
          type="button"
          className="button primary"
          onClick={() => {
            setAsked(true);
            if (review.data && !missing) {
              onSign();
            }
          }}
        >
          {i18n.t({ id: 'sign.sign', message: 'Sign and lock' })}
        </button>
      </div>
    </Dialog>
  );
}
