import { useLingui } from '@lingui/react';
import { memo } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';
import { stretch, type ToSettle } from './evidence';
import type { Evidence, Statement, Utterance } from './model';

interface EvidencePaneProps {
  lit: Statement | undefined;
  utterances: ReadonlyMap<string, Utterance>;
  toSettle: readonly ToSettle[];
  hasAudio: boolean;
  onPlay: (evidence: Evidence) => void;
  onGo: (item: ToSettle) => void;
}

/** The words that the statement rests on, and what still asks for a decision. */
export function EvidencePane({ lit, utterances, toSettle, hasAudio, onPlay, onGo }: EvidencePaneProps) {
  const { i18n } = useLingui();
  return (
    <>
      <section className="evidence" aria-label={i18n.t({ id: 'review.evidence', message: 'Evidence' })}>
        {lit === undefined ? (
          <p className="muted small">
            {i18n.t({ id: 'review.evidenceHint', message: 'Point at a sentence of the note to see the words it rests on.' })}
          </p>
        ) : lit.evidence.length === 0 ? (
          <p className="small">{i18n.t({ id: 'review.noEvidence', message: 'Nothing that was said supports this sentence.' })}</p>
        ) : (
          <ol>
            {lit.evidence.map((evidence, i) => {
              const utterance = utterances.get(evidence.utteranceId);
              return (
                <li key={i}>
                  <span className="number">{i + 1}</span>
                  <div>
                    <q>{evidence.text ?? utterance?.text.slice(evidence.begin, evidence.end)}</q>
                    <p className="muted small">
                      {utterance?.speaker.label}
                      {evidence.startSeconds !== undefined && ` · ${clock(evidence.startSeconds)}`}
                    </p>
                  </div>
                  {hasAudio && stretch(evidence) && (
                    <button type="button" className="button small" onClick={() => onPlay(evidence)}>
                      <Icon name="play" />
                      <span className="only-heard">{i18n.t({ id: 'review.playThis', message: 'Play these words' })}</span>
                      {i === 0 && <kbd>P</kbd>}
                    </button>
                  )}
                </li>
              );
            })}
          </ol>
        )}
      </section>
      <SettleList toSettle={toSettle} onGo={onGo} />
    </>
  );
}

interface SettleListProps {
  toSettle: readonly ToSettle[];
  onGo: (item: ToSettle) => void;
}

/** Drawn again only when the note changes, not with what one points at. */
const SettleList = memo(function SettleList({ toSettle, onGo }: SettleListProps) {
  const { i18n } = useLingui();
  return (
    <section className="settle" aria-labelledby="to-settle">
      <h3 id="to-settle">
        {i18n.t({ id: 'review.toSettle', message: 'To settle' })}
        {toSettle.length > 0 && (
          <span className="muted">
            {i18n.t({ id: 'review.next', message: 'next' })} <kbd>N</kbd>
          </span>
        )}
      </h3>
      {toSettle.length === 0 ? (
        <p className="small">{i18n.t({ id: 'review.settled', message: 'Nothing: every sentence rests on what was said.' })}</p>
      ) : (
        <ul>
          {toSettle.map((item) => (
            <li key={item.kind === 'omitted' ? item.utterance.id : item.statement.id}>
              <button type="button" className={item.kind} onClick={() => onGo(item)}>
                <Icon name={item.kind} />
                <span>
                  <b>{item.kind === 'omitted' ? item.utterance.text : item.statement.text}</b>
                  <small>{place(item)}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function place(item: ToSettle): string {
    switch (item.kind) {
      case 'omitted':
        return [
          item.utterance.start === undefined ? '' : clock(item.utterance.start),
          i18n.t({ id: 'review.saidNotWritten', message: 'said, not written' }),
        ]
          .filter(Boolean)
          .join(' · ');
      case 'unsupported':
        return `${item.section} · ${i18n.t({ id: 'review.unsupported', message: 'Unsupported' })}`;
      case 'uncertain':
        return `${item.section} · ${i18n.t({ id: 'review.uncertain', message: 'Check' })}`;
    }
  }
});
