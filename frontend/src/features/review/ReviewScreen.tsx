import { useLingui } from '@lingui/react';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useKeys } from '../../shared/keys/keys';
import { useAnnounce } from '../../shared/ui/Announcer';
import { Icon } from '../../shared/ui/Icon';
import { copyText } from './copyText';
import { EvidencePane } from './EvidencePane';
import { restingOn, statementsOf, stretch, toSettle, type ToSettle } from './evidence';
import type { Evidence, Note, Utterance } from './model';
import type { Journal } from './journal';
import { NotePane } from './NotePane';
import { Player, type PlayerHandle } from './Player';
import type { StatementActions } from './StatementLine';
import { TranscriptPane, type UtteranceActions } from './TranscriptPane';
import { useRoving } from './useRoving';
import { useSteady } from './useSteady';
import './review.css';

/** What the page asks of the api; each answer comes back as a new note. */
export interface ReviewActions {
  save: (statement: string, text: string) => void;
  remove: (statement: string) => void;
  keep: (statement: string) => void;
  split: (statement: string, text: string, at: number) => void;
  join: (statement: string) => void;
  add: (utterance: string) => void;
  regenerate: (section: string) => void;
  sign: () => void;
  renameSpeaker: (utterance: Utterance) => void;
}

export interface Recording {
  src: string;
  seconds: number;
  peaks: readonly number[];
}

interface ReviewScreenProps {
  note: Note;
  utterances: readonly Utterance[];
  recording: Recording | undefined;
  /** Statements whose text was sent and not answered yet. */
  checking: ReadonlySet<string>;
  /** Keeps what is being typed. */
  journal: Journal;
  /** The statement whose text is a field now. */
  editing: string | undefined;
  onEdit: (statement: string | undefined) => void;
  actions: ReviewActions;
}

/** From left to right. */
const PANES = ['said', 'note', 'settle'] as const;
type Tab = (typeof PANES)[number];

/** Both panes side by side: what was said, and the note that rests on it. */
export function ReviewScreen({ note, utterances, recording, checking, journal, editing, onEdit, actions }: ReviewScreenProps) {
  const { i18n } = useLingui();
  const announce = useAnnounce();
  const [pointed, setPointed] = useState<string>();
  const [pinned, setPinned] = useState<string>();
  const [pointedUtterance, setPointedUtterance] = useState<string>();
  const [tab, setTab] = useState<Tab>('note');
  const [playing, setPlaying] = useState<string>();
  const player = useRef<PlayerHandle>(null);
  const noteElement = useRef<HTMLElement>(null);

  const statements = useMemo(() => statementsOf(note), [note]);
  const byId = useMemo(() => new Map(statements.map((s) => [s.id, s])), [statements]);
  const utterancesById = useMemo(() => new Map(utterances.map((u) => [u.id, u])), [utterances]);
  const resting = useMemo(() => restingOn(note), [note]);
  const open = useMemo(() => toSettle(note, utterances), [note, utterances]);
  const omitted = useMemo(() => new Set(note.coverage.omitted), [note]);
  const roving = useRoving(useMemo(() => statements.map((s) => s.id), [statements]));
  const signed = note.state === 'signed';

  const lit = byId.get(pointed ?? pinned ?? '');
  const litIds = useMemo(
    () => new Set(lit ? [lit.id] : (resting.get(pointedUtterance ?? '') ?? []).map((s) => s.id)),
    [lit, resting, pointedUtterance],
  );
  const marks = (lit?.evidence ?? []).map(stretch).filter((s) => s !== undefined);
  const follow = useCallback(
    (second: number | undefined) =>
      setPlaying(second === undefined ? undefined : utterances.find((u) => u.start! <= second && second < u.end!)?.id),
    [utterances],
  );

  const pin = useCallback(
    (id: string) => {
      setPinned((old) => (old === id ? undefined : id));
      const first = byId.get(id)?.evidence[0]?.utteranceId;
      if (first) {
        document.querySelector(`[data-utterance="${CSS.escape(first)}"]`)?.scrollIntoView({ block: 'nearest' });
      }
    },
    [byId],
  );
  const play = (evidence: Evidence | undefined) => {
    const part = evidence && stretch(evidence);
    if (part) {
      player.current?.play(part.from, part.to);
    }
  };
  const go = (item: ToSettle) => {
    if (item.kind === 'omitted') {
      setTab('said');
      const element = document.querySelector<HTMLElement>(`[data-roving="${CSS.escape(item.utterance.id)}"]`);
      element?.focus();
      element?.scrollIntoView({ block: 'nearest' });
    } else {
      setTab('note');
      setPinned(item.statement.id);
      roving.focus(item.statement.id, noteElement.current!);
    }
  };
  const next = (step: 1 | -1) => {
    if (open.length === 0) {
      announce(i18n.t({ id: 'review.settled', message: 'Nothing: every sentence rests on what was said.' }));
      return;
    }
    const here = open.findIndex((o) => o.kind !== 'omitted' && o.statement.id === roving.active);
    go(open[(here + step + open.length) % open.length]!);
  };
  const toPane = (step: 1 | -1) => {
    const panes = [...document.querySelectorAll<HTMLElement>('.pane')];
    const here = panes.findIndex((p) => p.contains(document.activeElement));
    const to = here < 0 ? PANES.indexOf(tab) : (here + step + panes.length) % panes.length;
    flushSync(() => setTab(PANES[to]!)); // on a phone it is not there before
    const pane = panes[to]!;
    (pane.querySelector<HTMLElement>('[tabindex="0"]') ?? pane.querySelector('button') ?? pane).focus();
  };
  const lineActions: StatementActions = useSteady({
    ...actions,
    typedBefore: (id) => (journal.typed()?.statement === id ? journal.typed()?.text : undefined),
    type: journal.type,
    forget: journal.typedIsSaved,
    light: setPointed,
    enter: roving.setCurrent,
    edit: onEdit,
    pin,
  });
  const utteranceActions: UtteranceActions = useSteady({
    point: setPointedUtterance,
    play: (u) => u.start !== undefined && player.current?.play(u.start),
    add: actions.add,
    speaker: actions.renameSpeaker,
  });
  const settleActions = useSteady({ go });

  const onNoteKeys = (event: KeyboardEvent) => {
    const id = roving.active;
    if (!id || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const statement = byId.get(id);
    const unsettled = statement && !statement.settled && ['uncertain', 'unsupported'].includes(statement.support);
    const keys: Record<string, () => void> = {
      e: () => onEdit(id),
      F2: () => onEdit(id),
      v: () => unsettled && actions.keep(id),
      Delete: () => actions.remove(id),
      p: () => play(statement?.evidence[0]),
      Escape: () => setPinned(undefined),
    };
    const act = keys[event.key];
    if (act && (!signed || event.key === 'p' || event.key === 'Escape')) {
      event.preventDefault();
      act();
    }
  };
  useKeys({
    n: () => next(1),
    'Shift+N': () => next(-1),
    s: () => actions.sign(),
    F4: () => player.current?.toggle(),
    F8: () => player.current?.toggle(),
    ' ': () => player.current?.toggle(),
    F6: () => toPane(1),
    'Shift+F6': () => toPane(-1),
    ArrowLeft: () => player.current?.skip(-3),
    ArrowRight: () => player.current?.skip(3),
  });

  const copy = async (section?: string) => {
    await navigator.clipboard.writeText(copyText(note, i18n, section));
    announce(i18n.t({ id: 'review.copied', message: 'Copied' }));
  };
  const supported = statements.filter((s) => s.support === 'supported').length;
  const tabs: [Tab, string][] = [
    ['note', i18n.t({ id: 'review.note', message: 'Note' })],
    ['said', i18n.t({ id: 'review.transcriptTab', message: 'Transcript' })],
    ['settle', i18n.t({ id: 'review.settleTab', message: 'To settle · {n}', values: { n: open.length } })],
  ];
  const pane = (name: Tab) => `card pane ${name}-pane${tab === name ? ' chosen' : ''}`;

  return (
    <>
      <div className="tabs" role="tablist" aria-label={i18n.t({ id: 'review.parts', message: 'Parts' })}>
        {tabs.map(([name, title]) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)}>
            {title}
          </button>
        ))}
      </div>
      <div className="panes">
        <section tabIndex={-1} className={pane('said')} aria-label={i18n.t({ id: 'review.transcript', message: 'What was said' })}>
          <header>
            <h2>{i18n.t({ id: 'review.transcript', message: 'What was said' })}</h2>
          </header>
          <div className="scroll">
            <TranscriptPane
              utterances={utterances}
              omitted={omitted}
              lit={lit}
              pointed={pointedUtterance}
              playing={playing}
              editable={!signed}
              actions={utteranceActions}
            />
          </div>
          {recording && (
            <footer>
              <Player {...recording} marks={marks} handle={player} onTime={follow} />
            </footer>
          )}
        </section>
        <section ref={noteElement} tabIndex={-1} className={pane('note')} aria-label={i18n.t({ id: 'review.note', message: 'Note' })}>
          <header>
            <h2>{i18n.t({ id: 'review.note', message: 'Note' })}</h2>
            <span className="end">
              <button type="button" className="button small" onClick={() => void copy()}>
                {i18n.t({ id: 'review.copyAll', message: 'Copy all' })}
              </button>
            </span>
          </header>
          {signed ? (
            <p className="signed-band">
              <Icon name="lock" />
              {i18n.t({
                id: 'review.signedBy',
                message: 'Signed by {by} on {at}',
                values: { by: note.signedBy, at: i18n.date(note.signedAt!, { dateStyle: 'medium', timeStyle: 'short' }) },
              })}
            </p>
          ) : (
            <p className="draft-band">
              <b>{i18n.t({ id: 'draft', message: 'DRAFT' })}</b>
              {i18n.t({
                id: 'review.draftBand',
                message: '{n, plural, =0 {Not signed. Nothing to settle.} one {Not signed. # thing to settle.} other {Not signed. # things to settle.}}',
                values: { n: open.length },
              })}
            </p>
          )}
          <div className="scroll">
            <NotePane
              note={note}
              lit={litIds}
              checking={checking}
              editing={editing}
              roving={roving}
              editable={!signed}
              actions={lineActions}
              onKeys={onNoteKeys}
              onCopy={(section) => void copy(section)}
              onRegenerate={actions.regenerate}
            />
          </div>
          <footer>
            <span>
              {i18n.t({
                id: 'review.supported',
                message: '{n} of {all} statements supported',
                values: { n: supported, all: statements.length },
              })}
            </span>
            <progress className="support-bar" value={supported} max={Math.max(1, statements.length)} aria-hidden="true" />
          </footer>
        </section>
        <section tabIndex={-1} className={pane('settle')} aria-label={i18n.t({ id: 'review.evidenceAndOpen', message: 'Evidence, and what is to settle' })}>
          <div className="scroll">
            <EvidencePane
              lit={lit}
              utterances={utterancesById}
              toSettle={open}
              hasAudio={recording !== undefined}
              onPlay={play}
              onGo={settleActions.go}
            />
          </div>
        </section>
      </div>
      {pinned !== undefined && lit && tab === 'note' && (
        <div className="sheet" role="region" aria-label={i18n.t({ id: 'review.evidenceOfChosen', message: 'Evidence of the chosen sentence' })}>
          <button type="button" className="button small quiet" onClick={() => setPinned(undefined)}>
            {i18n.t({ id: 'close', message: 'Close' })}
          </button>
          {lit.evidence.map((evidence, i) => (
            <p key={i}>
              <span className="number">{i + 1}</span> <q>{evidence.text}</q>{' '}
              <span className="muted small">{utterancesById.get(evidence.utteranceId)?.speaker.label}</span>
              {recording && stretch(evidence) && (
                <button type="button" className="button small" onClick={() => play(evidence)}>
                  <Icon name="play" />
                  {i18n.t({ id: 'player.play', message: 'Play' })}
                </button>
              )}
            </p>
          ))}
          <div className="row">
            {!signed && (
              <button type="button" className="button" onClick={() => onEdit(lit.id)}>
                {i18n.t({ id: 'review.edit', message: 'Edit' })}
              </button>
            )}
            {open.length > 0 && (
              <button type="button" className="button primary" onClick={() => next(1)}>
                {i18n.t({ id: 'review.nextOpen', message: 'Next · {n}', values: { n: open.length } })}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
