import { useLingui } from '@lingui/react';
import type { components } from '../../shared/api/schema';

type StatementDiff = components['schemas']['StatementDiff'];

/** What changed, statement by statement; what went and what came is said in words, too. */
export function NoteDiff({ changes }: { changes: readonly StatementDiff[] }) {
  const { i18n } = useLingui();
  if (changes.length === 0) {
    return <p className="muted">{i18n.t({ id: 'diff.none', message: 'Nothing changed.' })}</p>;
  }
  const names: Record<StatementDiff['kind'], string> = {
    added: i18n.t({ id: 'diff.added', message: 'Added' }),
    removed: i18n.t({ id: 'diff.removed', message: 'Removed' }),
    changed: i18n.t({ id: 'diff.changed', message: 'Changed' }),
    moved: i18n.t({ id: 'diff.moved', message: 'Moved' }),
  };
  return (
    <ul className="diff stack">
      {changes.map((change) => (
        <li key={change.statementId}>
          <span className="muted small">
            {names[change.kind]} · {change.sectionAfter ?? change.sectionBefore}
          </span>
          <p>{words(change)}</p>
        </li>
      ))}
    </ul>
  );

  function words({ kind, before, after, words: pieces }: StatementDiff) {
    if (kind === 'added' || kind === 'removed' || pieces.length === 0) {
      return kind === 'added' ? <ins>{after}</ins> : kind === 'removed' ? <del>{before}</del> : after;
    }
    return pieces.map(({ kind: of, text }, i) => (
      <span key={i}>
        {of === 'added' ? <ins>{text}</ins> : of === 'removed' ? <del>{text}</del> : text}{' '}
      </span>
    ));
  }
}
