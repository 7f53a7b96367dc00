import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useLogin, useMe } from '../../shared/api/me';
import type { Job } from '../../shared/api/jobEvents';
import { useKeys } from '../../shared/keys/keys';
import { Dialog } from '../../shared/ui/Dialog';
import { Gradually } from '../../shared/ui/Gradually';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { edits } from './api/noteEdits';
import * as visit from './api/visitQueries';
import { useSound, useVisit, useWork } from './api/useVisit';
import { AmendDialog } from './AmendDialog';
import { CodesDrawer } from './CodesDrawer';
import { ConflictDialog } from './ConflictDialog';
import { DeleteDialog } from './DeleteDialog';
import { DocumentsDrawer } from './DocumentsDrawer';
import { ExportDrawer } from './ExportDrawer';
import { HearForm } from './HearForm';
import type { Utterance } from './model';
import { MoreMenu } from './MoreMenu';
import { NamesDialog } from './NamesDialog';
import { NextUnsigned } from './NextUnsigned';
import { NoteChoice } from './NoteChoice';
import { RegenerateDialog } from './RegenerateDialog';
import { RenameDialog } from './RenameDialog';
import { ReviewScreen } from './ReviewScreen';
import { ShareDialog } from './ShareDialog';
import { SignDialog } from './SignDialog';
import { SpeakerDialog } from './SpeakerDialog';
import { useNoteChanges } from './useNoteChanges';
import { VersionsDrawer } from './VersionsDrawer';
import { WithdrawDialog } from './WithdrawDialog';
import { Work } from './Work';
import { WriteForm } from './WriteForm';

type Open = 'sign' | 'amend' | 'export' | 'versions' | 'codes' | 'documents' | 'write' | 'share' | 'names' | 'rename' | 'withdraw' | 'delete' | { speaker: Utterance } | { section: string };

/** A visit: its work in progress, or its note beside what was said. Of the one before, nothing stays. */
export function ReviewPage() {
  const id = useParams().id!;
  return <Visit key={id} id={id} />;
}

function Visit({ id }: { id: string }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>();
  const [address, setAddress] = useSearchParams();
  const { encounter, notes, note, transcripts, transcript } = useVisit(id, address.get('note'));
  const choose = useCallback((chosen: string) => setAddress({ note: chosen }, { replace: true }), [setAddress]);
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: ['encounter', id] }), [queries, id]);
  const [last, setLast] = useState<Job>();
  const ended = useCallback(
    (work: Job) => {
      setLast(work);
      refresh();
      const written = /\/notes\/([^/]+)$/.exec(work.result ?? '')?.[1];
      // Of several, the address says which: a link and a reload show the same.
      if (written && queries.getQueryData(visit.notes(id).queryKey)?.some((each) => each.id !== written)) {
        choose(written);
      }
    },
    [refresh, queries, id, choose],
  );
  const job = useWork(id, ended);
  // Where work ended after the lists were read and before it was looked for, nobody else reads them again.
  const made = job?.state === 'succeeded' ? /\/(?:notes|transcripts)\/([^/]+)$/.exec(job.result ?? '')?.[1] : undefined;
  const lists = notes.data && transcripts.data && [...notes.data, ...transcripts.data];
  const unlisted = made !== undefined && lists !== undefined && !lists.some((each) => each.id === made);
  useEffect(() => {
    if (unlisted) {
      refresh();
    }
  }, [unlisted, refresh]);
  const sound = useSound(transcript.data?.recordingId);
  const label = encounter.data?.label ?? '';
  const draft = note.data && note.data.state !== 'signed';
  usePageTitle(draft ? `${i18n.t({ id: 'draft', message: 'DRAFT' })} · ${label}` : label);

  const noteId = note.data?.id;
  const { change, undo, undoable, error, checking, editing, setEditing, conflict, settleConflict, journal } = useNoteChanges(
    noteId,
    async () => (await note.refetch()).data,
  );
  useKeys({ 'Mod+Z': () => draft && undo() });

  const me = useMe().data;
  const login = useLogin().data;
  const own = encounter.data !== undefined && encounter.data.owner.id === me?.id;

  const failure = encounter.error ?? notes.error ?? note.error ?? transcripts.error ?? transcript.error;
  if (failure) {
    return (
      <main className="page stack" id="main">
        <ProblemNote error={failure} onRetry={refresh} />
        <Link to="/">{i18n.t({ id: 'models.goOnToVisits', message: 'Go on to the visits' })}</Link>
      </main>
    );
  }
  // Beside a note only what failed just now is of interest.
  const failed = [note.data && transcript.data ? last : job].find((work) => work?.state === 'failed');
  const running = job && ['queued', 'running'].includes(job.state);
  const ready = note.data && transcript.data;
  const recordings = encounter.data?.recordings ?? [];
  const more = [
    ...(note.data
      ? ([
          [i18n.t({ id: 'versions.title', message: 'Versions' }), () => setOpen('versions')],
          [i18n.t({ id: 'codes.title', message: 'Codes to consider' }), () => setOpen('codes')],
          [i18n.t({ id: 'documents.title', message: 'Documents' }), () => setOpen('documents')],
          [i18n.t({ id: 'review.another', message: 'Another template or length…' }), () => setOpen('write')],
        ] as const)
      : []),
    ...(own ? [[i18n.t({ id: 'names.open', message: 'Names to listen for…' }), () => setOpen('names')] as const] : []),
    ...(own && login?.mode !== 'local'
      ? [[i18n.t({ id: 'share.open', message: 'Share…' }), () => setOpen('share')] as const]
      : []),
    ...(recordings.length > 0
      ? [[i18n.t({ id: 'compare.title', message: 'Compare recognizers' }), () => void navigate(`/visits/${id}/compare`)] as const]
      : []),
    ...(own
      ? ([
          [i18n.t({ id: 'rename.open', message: 'Rename…' }), () => setOpen('rename')],
          ...(encounter.data?.consent
            ? [[i18n.t({ id: 'withdraw.open', message: 'Take the consent back…' }), () => setOpen('withdraw')] as const]
            : []),
          [i18n.t({ id: 'delete.open', message: 'Delete…' }), () => setOpen('delete')],
        ] as const)
      : []),
  ] as const;

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
        {note.data && <NoteChoice notes={notes.data ?? []} shown={note.data} onChoose={choose} />}
        <span className="end">
          {draft && (
            <button type="button" className="button" disabled={undoable === 0} onClick={undo}>
              {i18n.t({ id: 'review.undo', message: 'Undo' })}
            </button>
          )}
          {more.length > 0 && (note.data || notes.data?.length === 0) && <MoreMenu items={more} />}
          {note.data && (
            <button type="button" className="button" onClick={() => setOpen('export')}>
              {i18n.t({ id: 'review.export', message: 'Export' })}
            </button>
          )}
          {draft ? (
            <button type="button" className="button primary" onClick={() => setOpen('sign')}>
              {i18n.t({ id: 'review.sign', message: 'Sign…' })} <kbd>S</kbd>
            </button>
          ) : (
            note.data && (
              <>
                <button type="button" className="button" onClick={() => setOpen('amend')}>
                  {i18n.t({ id: 'review.amend', message: 'Amend…' })}
                </button>
                <NextUnsigned after={id} />
              </>
            )
          )}
        </span>
      </div>
      {note.data?.writer.fallback && (
        <div className="note-box">
          <Icon name="unsupported" />
          <p>{i18n.t({ id: 'review.fallback', message: 'Written by {model}, not as asked: {reason}', values: { model: note.data.writer.model, reason: note.data.writer.reason } })}</p>
        </div>
      )}
      {error !== undefined && <ProblemNote error={error} />}
      {running && <Work key={job.id} job={job} />}
      {failed?.problem && !running && (
        <div className="page">
          <div className="note-box problem" role="alert">
            <Icon name="unsupported" />
            <p>{failed.problem.detail}</p>
          </div>
        </div>
      )}
      {ready ? (
        <Gradually>
          <ReviewScreen
            note={note.data!}
            utterances={transcript.data!.utterances}
            recording={sound}
            checking={checking}
            journal={journal}
            editing={editing}
            onEdit={setEditing}
            actions={{
              save: (s, text) => void change((n) => edits.text(n, s, text), s, text),
              remove: (s) => void change((n) => edits.remove(n, s)),
              keep: (s) => void change((n) => edits.settle(n, s, true), s),
              split: (s, text, at) => void change(async (n) => edits.split(await edits.text(n, s, text), s, at), s, text),
              join: (s) => void change((n) => edits.join(n, s)),
              add: (u) => void change((n) => edits.add(n, u)),
              regenerate: (section) => setOpen({ section }),
              sign: () => setOpen(draft ? 'sign' : 'amend'),
              renameSpeaker: (speaker) => setOpen({ speaker }),
            }}
          />
        </Gradually>
      ) : notes.isPending || transcripts.isPending || note.isLoading || transcript.isLoading ? (
        <Loading />
      ) : (
        !running &&
        (transcripts.data?.length ? (
          <WriteForm encounter={id} onAsked={refresh} />
        ) : (
          recordings.length > 0 ? (
            <HearForm recording={recordings.at(-1)!.id} onAsked={refresh} />
          ) : (
          <div className="empty">
            <p>{i18n.t({ id: 'review.nothing', message: 'Nothing was said in this visit yet.' })}</p>
            <Link className="button" to="/new">
              {i18n.t({ id: 'library.new', message: 'New visit' })}
            </Link>
          </div>
          )
        ))
      )}
      {open === 'sign' && note.data && (
        <SignDialog
          note={note.data}
          utterances={transcript.data?.utterances ?? []}
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
      {conflict && <ConflictDialog conflict={conflict} onChoose={settleConflict} />}
      {open === 'versions' && note.data && <VersionsDrawer note={note.data} onClose={() => setOpen(undefined)} />}
      {open === 'codes' && note.data && <CodesDrawer note={note.data} onClose={() => setOpen(undefined)} />}
      {open === 'documents' && note.data && <DocumentsDrawer note={note.data} onClose={() => setOpen(undefined)} />}
      {open === 'write' && (
        <Dialog title={i18n.t({ id: 'review.anotherTitle', message: 'Write another note of this visit' })} onClose={() => setOpen(undefined)}>
          <WriteForm
            encounter={id}
            onAsked={() => {
              setOpen(undefined);
              refresh();
            }}
          />
          <button type="button" className="button" onClick={() => setOpen(undefined)}>
            {i18n.t({ id: 'cancel', message: 'Cancel' })}
          </button>
        </Dialog>
      )}
      {open === 'names' && encounter.data && (
        <NamesDialog encounter={encounter.data} onSaved={refresh} onClose={() => setOpen(undefined)} />
      )}
      {open === 'rename' && encounter.data && (
        <RenameDialog encounter={encounter.data} onSaved={refresh} onClose={() => setOpen(undefined)} />
      )}
      {open === 'withdraw' && encounter.data && (
        <WithdrawDialog encounter={encounter.data} onSaved={refresh} onClose={() => setOpen(undefined)} />
      )}
      {open === 'delete' && encounter.data && (
        <DeleteDialog
          encounter={encounter.data}
          onDeleted={() => {
            void queries.invalidateQueries({ queryKey: ['encounters'] });
            void navigate('/');
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'share' && encounter.data && (
        <ShareDialog encounter={id} owner={encounter.data.owner.id} onClose={() => setOpen(undefined)} />
      )}
      {open === 'export' && note.data && <ExportDrawer note={note.data} onClose={() => setOpen(undefined)} />}
      {typeof open === 'object' && 'section' in open && note.data && (
        <RegenerateDialog
          note={note.data}
          section={open.section}
          onTake={(taken) => {
            setOpen(undefined);
            void change((n) => edits.takeSection(n, taken));
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {typeof open === 'object' && 'speaker' in open && transcript.data && (
        <SpeakerDialog transcript={transcript.data} speaker={open.speaker.speaker} onClose={() => setOpen(undefined)} />
      )}
    </main>
  );
}
