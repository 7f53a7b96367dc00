import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { useWork } from '../../shared/api/useWork';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import { Icon } from '../../shared/ui/Icon';
import { ProblemNote } from '../../shared/ui/ProblemNote';

type Rule = components['schemas']['RetentionView'];

/** What the api's job gives. */
type Deleted = readonly { kind: Rule['kind']; deleted: number; left: number }[];

/** Does at once what the service does each hour: after a question that says how many of what go, and with a word on what went. */
export function Enforcement({ rules }: { rules: readonly Rule[] }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const counted = useCounted();
  const [asked, setAsked] = useState(false);
  const { beginning, job, result, running } = useWork<Deleted>({
    begin: async () => given(await api.POST('/api/v1/admin/retention:enforce')),
    onBegun: () => setAsked(false),
    onEnd: () => void client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const due = rules.filter((rule) => rule.due > 0);
  return (
    <>
      <div role="status">
        {running && <p>{i18n.t({ id: 'retention.running', message: 'Deleting what is due…' })}</p>}
        {result.data && <Went deleted={result.data} />}
      </div>
      {running && <progress aria-label={i18n.t({ id: 'review.progress', message: 'Progress' })} />}
      {job?.state === 'failed' && <p className="fault">{job.problem?.detail}</p>}
      {result.error && <ProblemNote error={result.error} />}
      {due.length > 0 && !running && (
        <div>
          <button
            type="button"
            className="button danger"
            onClick={() => {
              void client.invalidateQueries({ queryKey: ['retention'] });
              setAsked(true);
            }}
          >
            {i18n.t({ id: 'retention.now', message: 'Delete what is due now…' })}
          </button>
        </div>
      )}
      {asked && due.length > 0 && (
        <ConfirmDialog
          title={i18n.t({ id: 'retention.nowTitle', message: 'Delete what is due, for good?' })}
          act={i18n.t({ id: 'retention.nowDo', message: 'Delete it for good' })}
          doing={beginning}
          onClose={() => setAsked(false)}
        >
          <p>{i18n.t({ id: 'retention.nowText', message: 'This goes now, and nobody can bring it back:' })}</p>
          <ul>
            {due.map((rule) => (
              <li key={rule.kind}>
                <b>{rule.more ? i18n.t({ id: 'retention.atLeast', message: 'at least {what}', values: { what: counted(rule.kind, rule.due) } }) : counted(rule.kind, rule.due)}</b>
              </li>
            ))}
          </ul>
          <p className="muted">{i18n.t({ id: 'retention.nowAudit', message: 'Signed notes stay. The audit log says that you asked for it, and what went.' })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Went({ deleted }: { deleted: Deleted }) {
  const { i18n } = useLingui();
  const counted = useCounted();
  const listed = (of: 'deleted' | 'left') =>
    new Intl.ListFormat(i18n.locale).format(deleted.filter((each) => each[of] > 0).map((each) => counted(each.kind, each[of])));
  const [went, stayed] = [listed('deleted'), listed('left')];
  return (
    <div className={stayed ? 'note-box problem' : 'note-box done'}>
      <Icon name={stayed ? 'unsupported' : 'check'} />
      <p>
        {went
          ? i18n.t({ id: 'retention.went', message: 'Deleted: {what}.', values: { what: went } })
          : i18n.t({ id: 'retention.wentNone', message: 'Nothing was due any more.' })}{' '}
        {stayed &&
          i18n.t({
            id: 'retention.stayed',
            message: "Could not be deleted: {what}. The service tries again every hour; its log says why.",
            values: { what: stayed },
          })}
      </p>
    </div>
  );
}

/** So many of a kind, in words. */
function useCounted() {
  const { i18n } = useLingui();
  return (kind: Rule['kind'], n: number) => {
    const words: Record<Rule['kind'], string> = {
      audio: i18n.t({ id: 'retention.audios', message: '{n, plural, one {# recording} other {# recordings}}', values: { n } }),
      transcript: i18n.t({ id: 'retention.transcripts', message: '{n, plural, one {# transcript} other {# transcripts}}', values: { n } }),
      'unsigned-note': i18n.t({ id: 'retention.notes', message: '{n, plural, one {# note that nobody signed} other {# notes that nobody signed}}', values: { n } }),
    };
    return words[kind];
  };
}
