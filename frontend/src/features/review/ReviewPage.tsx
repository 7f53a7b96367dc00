import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Problem } from '../../shared/api/problem';
import { useAnnounce } from '../../shared/ui/Announcer';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote, useProblemText } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { edits, regenerate } from './api/noteEdits';
import { noteKey, useSound, useVisit, useWork } from './api/useVisit';
import { AmendDialog } from './AmendDialog';
import { ExportDrawer } from './ExportDrawer';
import type { Note, Utterance } from './model';
import { ReviewScreen } from './ReviewScreen';
import { SignDialog } from './SignDialog';
import { SpeakerDialog } from './SpeakerDialog';
import { WriteForm } from './WriteForm';

type Open = 'sign' | 'amend' | 'export' | { speaker: Utterance };

/** A visit: its work in progress, or its note beside what was said. */
export function ReviewPage() {
  const { i18n } = useLingui();
  const id = useParams().id!;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const [open, setOpen] = useState<Open>();
  const [error, setError] = useState<unknown>();
  const [checking, setChecking] = useState<ReadonlySet<string>>(new Set());
  const { encounter, notes, note, transcripts, transcript } = useVisit(id);
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: ['encounter', id] }), [queries, id]);
  const job = useWork(id, refresh);
  const sound = useSound(transcript.data?.recordingId);
  const label = encounter.data?.label ?? '';
  const draft = note.data && note.data.state !== 'signed';
  usePageTitle(draft ? `${i18n.t({ id: 'draft', message: 'DRAFT' })} · ${label}` : label);

  /** One change after the other; what another window changed is loaded, and nothing of it overwritten. */
  const change = async (make: (note: Note) => Promise<Note>, statement?: string) => {
    const before = queries.getQueryData<Note>(noteKey(note.data!.id))!;
    setError(undefined);
    if (statement) {
      setChecking(new Set([statement]));
    }
    try {
      queries.setQueryData(noteKey(before.id), await make(before));
    } catch (e) {
      if (e instanceof Problem && e.status === 412) {
        const now = (await note.refetch()).data;
        if (now && now.state !== 'signed') {
          try {
            queries.setQueryData(noteKey(now.id), await make(now));
            announce(i18n.t({ id: 'review.merged', message: 'Saved, beside a change from another window.' }));
            return;
          } catch (second) {
            setError(second);
            return;
          }
        }
      }
      setError(e);
      announce(problemText(e), true);
    } finally {
      setChecking(new Set());
    }
  };

  const failure = encounter.error ?? notes.error ?? note.error ?? transcripts.error ?? transcript.error;
  if (failure) {
    return (
      <main className="page" id="main">
        <ProblemNote error={failure} onRetry={refresh} />
      </main>
    );
  }
  const running = job && ['queued', 'running'].includes(job.state);
  const ready = note.data && transcript.data;

  return (
    <main id="main">
      <div className="visit-bar">
        <h1 tabIndex={-1}>{label}</h1>
        {note.data &&
          (draft ? (
            <span className="pill draft">{i18n.t({ id: 'draft', message: 'DRAFT' })}</span>
          ) : (
            <span className="pill signed">
              <Icon name="lock" />
              {i18n.t({ id: 'row.signed', message: 'Signed' })}
            </span>
          ))}
        {encounter.data && (
          <span className="pill">{i18n.date(encounter.data.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}</span>
        )}
        {encounter.data?.consent && (
          <span className="pill ok">
            <Icon name="shield" />
            {i18n.t({ id: 'review.consent', message: 'Consent given' })}
          </span>
        )}
        {note.data && (
          <span className="pill wide-only">
            {note.data.template} · {note.data.writer.model}
          </span>
        )}
        {note.data && (
          <span className="end">
            <button type="button" className="button" onClick={() => setOpen('export')}>
              {i18n.t({ id: 'review.export', message: 'Export' })}
            </button>
            {draft ? (
              <button type="button" className="button primary" onClick={() => setOpen('sign')}>
                {i18n.t({ id: 'review.sign', message: 'Sign…' })} <kbd>S</kbd>
              </button>
            ) : (
              <button type="button" className="button" onClick={() => setOpen('amend')}>
                {i18n.t({ id: 'review.amend', message: 'Amend…' })}
              </button>
            )}
          </span>
        )}
      </div>
      {note.data?.writer.fallback && (
        <div className="note-box">
          <Icon name="unsupported" />
          <p>{i18n.t({ id: 'review.fallback', message: 'Written by {model}, not as asked: {reason}', values: { model: note.data.writer.model, reason: note.data.writer.reason } })}</p>
        </div>
      )}
      {error !== undefined && <ProblemNote error={error} />}
      {running && (
        <div className="page" role="status">
          <p>
            {job.stage === 'transcribe'
              ? i18n.t({ id: 'review.hearing', message: 'Hearing what was said…' })
              : i18n.t({ id: 'review.writing', message: 'Writing the note…' })}
          </p>
          <progress {...(job.fraction === undefined ? {} : { value: job.fraction })} aria-label={i18n.t({ id: 'review.progress', message: 'Progress' })} />
        </div>
      )}
      {job?.state === 'failed' && job.problem && !ready && (
        <div className="page">
          <div className="note-box problem" role="alert">
            <Icon name="unsupported" />
            <p>{job.problem.detail}</p>
          </div>
        </div>
      )}
      {ready ? (
        <ReviewScreen
          note={note.data!}
          utterances={transcript.data!.utterances}
          recording={sound}
          checking={checking}
          actions={{
            save: (s, text) => void change((n) => edits.text(n, s, text), s),
            remove: (s) => void change((n) => edits.remove(n, s)),
            keep: (s) => void change((n) => edits.settle(n, s), s),
            split: (s, text, at) => void change(async (n) => edits.split(await edits.text(n, s, text), s, at)),
            join: (s) => void change((n) => edits.join(n, s)),
            add: (u) => void change((n) => edits.add(n, u)),
            regenerate: (section) =>
              void change(async (n) => {
                await regenerate(n, section);
                refresh();
                return n;
              }),
            sign: () => setOpen(draft ? 'sign' : 'amend'),
            renameSpeaker: (speaker) => setOpen({ speaker }),
          }}
        />
      ) : notes.isPending || transcripts.isPending || note.isLoading || transcript.isLoading ? (
        <Loading />
      ) : (
        !running &&
        (transcripts.data?.length ? (
          <WriteForm encounter={id} onAsked={refresh} />
        ) : (
          <div className="empty">
            <p>{i18n.t({ id: 'review.nothing', message: 'Nothing was said in this visit yet.' })}</p>
            <Link className="button" to="/new">
              {i18n.t({ id: 'library.new', message: 'New visit' })}
            </Link>
          </div>
        ))
      )}
      {open === 'sign' && note.data && (
        <SignDialog
          note={note.data}
          onClose={() => setOpen(undefined)}
          onSign={() => {
            setOpen(undefined);
            void change(edits.sign);
          }}
        />
      )}
      {open === 'amend' && (
        <AmendDialog
          onClose={() => setOpen(undefined)}
          onAmend={(reason) => {
            setOpen(undefined);
            void change((n) => edits.amend(n, reason));
          }}
        />
      )}
      {open === 'export' && note.data && <ExportDrawer note={note.data} onClose={() => setOpen(undefined)} />}
      {typeof open === 'object' && transcript.data && (
        <SpeakerDialog transcript={transcript.data} speaker={open.speaker.speaker} onClose={() => setOpen(undefined)} />
      )}
    </main>
  );
}
