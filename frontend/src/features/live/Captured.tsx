import { useLingui } from '@lingui/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, given } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import type { LiveUtterance } from '../../recording/Link';
import { Icon } from '../../shared/ui/Icon';

/** What core's preview gives: OpenAPI calls it an object. */
interface Preview {
  note: { sections: { title: string; statements: { text: string }[] }[] };
}

/** Milliseconds between two looks: whoever glances once a minute misses nothing, and the recognizer has the machine. */
const PAUSE = 10_000;

interface CapturedProps {
  recording: string;
  utterances: readonly LiveUtterance[];
}

/** What the note would have if the visit ended now, and which of its parts nobody has spoken of: nothing of it is kept. */
export function Captured({ recording, utterances }: CapturedProps) {
  const { i18n } = useLingui();
  const heard = useNowAndThen(utterances.length);
  const found = useQuery({
    queryKey: ['captured', recording, heard],
    enabled: heard > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
    queryFn: async () =>
      given(
        await api.POST('/api/v1/notes:preview', {
          body: {
            transcript: utterances
              .slice(0, heard)
              .map((u) => `${u.speaker}: ${u.text}`)
              .join('\n'),
          },
        }),
      ) as unknown as Preview,
  });
  const hears = useQuery(queries.providers).data?.recognizers.some((r) => r.ready);
  const sections = found.data?.note.sections ?? [];
  const missing = sections.filter((s) => s.statements.length === 0).map((s) => s.title);
  return (
    <section className="card captured" aria-labelledby="captured">
      <h2 id="captured">{i18n.t({ id: 'live.captured', message: 'Captured so far' })}</h2>
      {sections.every((s) => s.statements.length === 0) ? (
        <p className="muted">
          {hears === false
            ? i18n.t({ id: 'offer.brief', message: 'Nothing here can hear yet. What you bring is kept, and heard when a model is here.' })
            : i18n.t({ id: 'live.capturedNothing', message: 'Nothing yet. What goes into the note is listed here while it is said.' })}
        </p>
      ) : (
        <ul lang="en">
          {sections.flatMap(({ title, statements }) =>
            statements.map(({ text }) => (
              <li key={`${title} ${text}`}>
                <Icon name="check" />
                {text}
              </li>
            )),
          )}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="muted small">
          {i18n.t({ id: 'live.notHeardYet', message: 'Nothing heard yet for: {sections}', values: { sections: missing.join(', ') } })}
        </p>
      )}
    </section>
  );
}

/** A number as it was at most {@link PAUSE} ago: it is looked at now and then, not at every change. */
function useNowAndThen(value: number): number {
  const [shown, setShown] = useState(value);
  const looked = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        looked.current = Date.now();
        setShown(value);
      },
      Math.max(0, looked.current + PAUSE - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}
