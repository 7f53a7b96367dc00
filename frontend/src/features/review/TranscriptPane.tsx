import { useLingui } from '@lingui/react';
import { memo, useMemo } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';
import { segments } from './evidence';
import type { Statement, Utterance } from './model';
import { useRoving } from './useRoving';

export interface UtteranceActions {
  point: (utterance: string | undefined) => void;
  play: (utterance: Utterance) => void;
  add: (utterance: string) => void;
  speaker: (utterance: Utterance) => void;
}

interface TranscriptPaneProps {
  utterances: readonly Utterance[];
  omitted: ReadonlySet<string>;
  lit: Statement | undefined;
  /** The utterance that lights what rests on it. */
  pointed: string | undefined;
  playing: string | undefined;
  editable: boolean;
  actions: UtteranceActions;
}

/** A stretch of an utterance that the lit statement rests on, with the number that it has there. */
interface Mark {
  number: number;
  begin: number;
  end: number;
}

/** One array, so that what is not lit is not drawn again. */
const NO_MARKS: readonly Mark[] = [];

/** Below this a recognizer's word is marked: see Lambient's 0.5 and what real speech showed. */
const UNCLEAR = 0.5;

/** What was said; the words that the lit statement rests on stand out, with its numbers. */
export function TranscriptPane({ utterances, omitted, lit, pointed, playing, editable, actions }: TranscriptPaneProps) {
  const { i18n } = useLingui();
  const roving = useRoving(useMemo(() => utterances.map((u) => u.id), [utterances]));
  const marks = useMemo(() => {
    const found = new Map<string, Mark[]>();
    lit?.evidence.forEach((s, i) =>
      found.set(s.utteranceId, [...(found.get(s.utteranceId) ?? []), { number: i + 1, begin: s.begin, end: s.end }]),
    );
    return found;
  }, [lit]);

  return (
    // Arrows move among the utterances, each of which is a button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol className={utterances.some(({ start }) => start !== undefined) ? 'said' : 'said untimed'} aria-label={i18n.t({ id: 'review.transcript', message: 'What was said' })} onKeyDown={roving.onKeyDown}>
      {utterances.map((utterance) => (
        <UtteranceLine
          key={utterance.id}
          utterance={utterance}
          marks={marks.get(utterance.id) ?? NO_MARKS}
          omitted={omitted.has(utterance.id)}
          pointed={pointed === utterance.id}
          playing={playing === utterance.id}
          editable={editable}
          tabIndex={roving.tabIndex(utterance.id)}
          onEnter={roving.setCurrent}
          actions={actions}
        />
      ))}
    </ol>
  );
}

interface UtteranceLineProps {
  utterance: Utterance;
  marks: readonly Mark[];
  omitted: boolean;
  pointed: boolean;
  playing: boolean;
  editable: boolean;
  tabIndex: 0 | -1;
  onEnter: (utterance: string) => void;
  actions: UtteranceActions;
}

/** Drawn again only when it itself changes: an hour has a thousand of them. */
const UtteranceLine = memo(function UtteranceLine(props: UtteranceLineProps) {
  const { utterance, marks, omitted, pointed, playing, editable, tabIndex, onEnter, actions } = props;
  const { i18n } = useLingui();
  const classes = [marks.length > 0 || pointed ? 'lit' : '', omitted ? 'omitted' : '', playing ? 'playing' : ''];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-utterance={utterance.id}
      onPointerEnter={() => actions.point(utterance.id)}
      onPointerLeave={() => actions.point(undefined)}
    >
      <time>{utterance.start !== undefined && clock(utterance.start)}</time>
      <button type="button" className={`who ${utterance.speaker.role}`} tabIndex={-1} onClick={() => actions.speaker(utterance)}>
        <span className="only-heard">{i18n.t({ id: 'review.speaker', message: 'Speaker:' })} </span>
        {utterance.speaker.label}
      </button>
      <button
        type="button"
        className="words"
        tabIndex={tabIndex}
        data-roving={utterance.id}
        onFocus={() => {
          onEnter(utterance.id);
          actions.point(utterance.id);
        }}
        onBlur={() => actions.point(undefined)}
        onClick={() => actions.play(utterance)}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() === 'a' && omitted && editable) {
            event.preventDefault();
            actions.add(utterance.id);
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
      {omitted && (
        <div className="left-out">
          <span>
            <Icon name="omitted" />
            {i18n.t({ id: 'review.notInTheNote', message: 'Not in the note' })}
          </span>
          {editable && (
            <button type="button" className="button small" tabIndex={-1} onClick={() => actions.add(utterance.id)}>
              {i18n.t({ id: 'review.add', message: 'Add' })} <kbd>A</kbd>
            </button>
          )}
        </div>
      )}
    </li>
  );
});

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
