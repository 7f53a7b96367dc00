import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';
import { segments } from './evidence';
import type { Statement, Utterance } from './model';
import { useRoving } from './useRoving';

interface TranscriptPaneProps {
  utterances: readonly Utterance[];
  omitted: ReadonlySet<string>;
  lit: Statement | undefined;
  /** The utterance that lights what rests on it. */
  pointed: string | undefined;
  playing: string | undefined;
  editable: boolean;
  onPoint: (utterance: string | undefined) => void;
  onPlay: (utterance: Utterance) => void;
  onAdd: (utterance: Utterance) => void;
  onSpeaker: (utterance: Utterance) => void;
}

/** Below this a recognizer's word is marked: see Lambient's 0.5 and what real speech showed. */
const UNCLEAR = 0.5;

/** What was said; the words that the lit statement rests on stand out, with its numbers. */
export function TranscriptPane(props: TranscriptPaneProps) {
  const { utterances, omitted, lit, pointed, playing, editable, onPoint, onPlay, onAdd, onSpeaker } = props;
  const { i18n } = useLingui();
  const roving = useRoving(utterances.map((u) => u.id));
  const spans = useMemo(() => {
    const found = new Map<string, { number: number; begin: number; end: number }[]>();
    lit?.evidence.forEach((s, i) =>
      found.set(s.utteranceId, [...(found.get(s.utteranceId) ?? []), { number: i + 1, begin: s.begin, end: s.end }]),
    );
    return found;
  }, [lit]);

  return (
    // Arrows move among the utterances, each of which is a button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol className="said" aria-label={i18n.t({ id: 'review.transcript', message: 'What was said' })} onKeyDown={roving.onKeyDown}>
      {utterances.map((utterance) => {
        const marks = spans.get(utterance.id) ?? [];
        const isOmitted = omitted.has(utterance.id);
        const classes = [
          marks.length > 0 || pointed === utterance.id ? 'lit' : '',
          isOmitted ? 'omitted' : '',
          playing === utterance.id ? 'playing' : '',
        ];
        return (
          <li
            key={utterance.id}
            className={classes.filter(Boolean).join(' ')}
            data-utterance={utterance.id}
            onPointerEnter={() => onPoint(utterance.id)}
            onPointerLeave={() => onPoint(undefined)}
          >
            <time>{utterance.start !== undefined && clock(utterance.start)}</time>
            <button type="button" className={`who ${utterance.speaker.role}`} tabIndex={-1} onClick={() => onSpeaker(utterance)}>
              <span className="only-heard">{i18n.t({ id: 'review.speaker', message: 'Speaker:' })} </span>
              {utterance.speaker.label}
            </button>
            <button
              type="button"
              className="words"
              tabIndex={roving.tabIndex(utterance.id)}
              data-roving={utterance.id}
              onFocus={() => {
                roving.setCurrent(utterance.id);
                onPoint(utterance.id);
              }}
              onBlur={() => onPoint(undefined)}
              onClick={() => onPlay(utterance)}
              onKeyDown={(event) => {
                if (event.key.toLowerCase() === 'a' && isOmitted && editable) {
                  event.preventDefault();
                  onAdd(utterance);
                }
              }}
            >
              {segments(utterance.text, marks).map((segment, i) =>
                segment.numbers.length > 0 ? (
                  <span key={i}>
                    {segment.begins.map((n) => (
                      <span key={n} className="number">
                        {n}
                      </span>
                    ))}
                    <mark>{segment.text}</mark>
                  </span>
                ) : (
                  <span key={i}>{segment.text}</span>
                ),
              )}
              <Unclear utterance={utterance} />
              <Misheard utterance={utterance} />
            </button>
            {isOmitted && (
              <div className="left-out">
                <span>
                  <Icon name="omitted" />
                  {i18n.t({ id: 'review.notInTheNote', message: 'Not in the note' })}
                </span>
                {editable && (
                  <button type="button" className="button small" tabIndex={-1} onClick={() => onAdd(utterance)}>
                    {i18n.t({ id: 'review.add', message: 'Add' })} <kbd>A</kbd>
                  </button>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Words that the recognizer was not sure of, said once under the sentence rather than by colour inside it. */
function Unclear({ utterance }: { utterance: Utterance }) {
  const { i18n } = useLingui();
  const unclear = utterance.words.filter((w) => w.confidence !== undefined && w.confidence < UNCLEAR);
  if (unclear.length === 0) {
    return null;
  }
  return (
    <span className="unclear">
      {i18n.t({
        id: 'review.unclear',
        message: 'Heard unclearly: {words}',
        values: { words: unclear.map((w) => `${w.text} (${Math.round(w.confidence! * 100)} %)`).join(', ') },
      })}
    </span>
  );
}

/** Words that are nearly the name of a drug, with the names that they may be. Who listened decides. */
function Misheard({ utterance }: { utterance: Utterance }) {
  const { i18n } = useLingui();
  if (utterance.misheard.length === 0) {
    return null;
  }
  return (
    <span className="unclear">
      {i18n.t({
        id: 'review.misheard',
        message: 'Perhaps misheard: {words}',
        values: { words: utterance.misheard.map((w) => `${w.text} (${w.perhaps.join(', ')}?)`).join(', ') },
      })}
    </span>
  );
}
