import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, given } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { Enforcement } from './Enforcement';

type Rule = components['schemas']['RetentionView'];

/** How long what is kept, as sentences, and what the rules would delete now. */
export function RetentionPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'retention.title', message: 'Retention' }));
  const rules = useQuery({
    queryKey: ['retention'],
    queryFn: async () => given(await api.GET('/api/v1/admin/retention')),
  });
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'retention.title', message: 'Retention' })}</h1>
      <p className="muted">
        {i18n.t({
          id: 'retention.text',
          message: 'What these rules name is deleted for good, every hour. Signed notes are never among it.',
        })}
      </p>
      {rules.error ? (
        <ProblemNote error={rules.error} onRetry={() => void rules.refetch()} />
      ) : rules.isPending ? (
        <Loading />
      ) : (
        <>
          <ul className="card">
            {rules.data.map((rule) => (
              <RuleLine key={rule.kind} rule={rule} />
            ))}
          </ul>
          <Enforcement rules={rules.data} />
        </>
      )}
      <p className="muted small">
        {i18n.t({
          id: 'retention.where',
          message:
            'The rules are settings of the service. Who runs it changes them there, such as to 90d for 90 days, or takes one out, and starts it again; its command "retention preview" lists each thing that would go.',
        })}
      </p>
    </main>
  );
}

function RuleLine({ rule }: { rule: Rule }) {
  const { i18n } = useLingui();
  const kinds: Record<Rule['kind'], string> = {
    audio: i18n.t({ id: 'retention.audio', message: 'Recordings' }),
    transcript: i18n.t({ id: 'retention.transcript', message: 'Transcripts' }),
    'unsigned-note': i18n.t({ id: 'retention.note', message: 'Notes that nobody signed' }),
  };
  return (
    <li className="provider">
      <Icon name={rule.keptDays === undefined ? 'lock' : 'close'} />
      <div>
        <b>{kinds[rule.kind]}</b>
        <p>
          {rule.keptDays === undefined
            ? i18n.t({ id: 'retention.forever', message: 'Kept until somebody deletes them.' })
            : i18n.t({
                id: 'retention.days',
                message: '{n, plural, one {Deleted after # day.} other {Deleted after # days.}}',
                values: { n: rule.keptDays },
              })}
        </p>
        <p className="muted small">
          {i18n.t({ id: 'retention.setting', message: 'Setting' })} <code>{`ambient-gpt.retention.${rule.kind}`}</code>
        </p>
        {rule.keptDays !== undefined && (
          <p className="muted small">
            {rule.due === 0
              ? i18n.t({ id: 'retention.none', message: 'Nothing is due now.' })
              : rule.more
                ? i18n.t({ id: 'retention.more', message: 'More than {n} are due within the hour.', values: { n: rule.due } })
                : i18n.t({
                    id: 'retention.due',
                    message: '{n, plural, one {# is due within the hour.} other {# are due within the hour.}}',
                    values: { n: rule.due },
                  })}{' '}
            {rule.oldest !== undefined &&
              i18n.t({ id: 'retention.oldest', message: 'The oldest is of {at}.', values: { at: i18n.date(rule.oldest, { dateStyle: 'medium' }) } })}
          </p>
        )}
      </div>
    </li>
  );
}
