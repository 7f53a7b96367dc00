import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../api/me';
import * as queries from '../api/queries';
import { Icon } from '../ui/Icon';
import { ProblemNote } from '../ui/ProblemNote';
import { inOrder, isOffered } from './few';
import { ModelRow } from './ModelRow';
import './models.css';

/**
 * Where nothing can hear yet: what to get, how far it is, and where to go on once it is here.
 *
 * @param brief where something else is the matter: a sentence, and the way to the models
 */
export function ModelOffer({ brief = false }: { brief?: boolean }) {
  const providers = useQuery(queries.providers);
  const [lacked, setLacked] = useState(false);
  const hears = providers.data?.recognizers.find((r) => r.ready);
  if (providers.data && !hears && !lacked) {
    setLacked(true);
  }
  return hears ? lacked && !brief && <Ready recognizer={hears.id} /> : lacked && (brief ? <Brief /> : <Offer />);
}

function Ready({ recognizer }: { recognizer: string }) {
  const { i18n } = useLingui();
  return (
    <div className="note-box ready" role="status">
      <Icon name="check" />
      <p>{i18n.t({ id: 'offer.ready', message: '{recognizer} is ready: visits can be heard now.', values: { recognizer } })}</p>
      <Link className="button primary" to="/new">
        {i18n.t({ id: 'offer.record', message: 'Record a visit' })}
      </Link>
    </div>
  );
}

function Brief() {
  const { i18n } = useLingui();
  return (
    <div className="note-box">
      <Icon name="unsupported" />
      <p>{i18n.t({ id: 'offer.brief', message: 'Nothing here can hear yet. What you bring is kept, and heard when a model is here.' })}</p>
      <Link className="button small" to="/models?first">
        {i18n.t({ id: 'library.getModel', message: 'Get a model' })}
      </Link>
    </div>
  );
}

function Offer() {
  const { i18n } = useLingui();
  const admin = useMay('admin');
  const models = useQuery(queries.models);
  return (
    <section className="card offer" aria-labelledby="offer">
      <h2 id="offer">{i18n.t({ id: 'offer.title', message: 'Nothing here can hear yet' })}</h2>
      <p>
        {admin
          ? i18n.t({
              id: 'offer.text',
              message: 'Recordings are kept and can be heard as soon as a model is here; it stays on this machine, and so does what it hears. Transcripts can be pasted without one.',
            })
          : i18n.t({
              id: 'offer.askAdmin',
              message: 'Recordings are kept and can be heard as soon as a model is here: ask an admin to get one under “Models”. Transcripts can be pasted without one.',
            })}
      </p>
      {models.error && <ProblemNote error={models.error} />}
      {admin && models.data && (
        <>
          <ul>
            {models.data.filter(isOffered).sort(inOrder).map((model) => (
              <ModelRow key={model.id} model={model} />
            ))}
          </ul>
          <Link to="/models?first">{i18n.t({ id: 'offer.others', message: 'Other models and languages, or one from a file' })}</Link>
        </>
      )}
    </section>
  );
}
