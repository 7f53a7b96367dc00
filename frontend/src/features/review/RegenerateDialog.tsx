import { useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import { hasEnded } from '../../shared/api/jobEvents';
import { useWork } from '../../shared/api/useWork';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { previewSection } from './api/noteEdits';
import type { Note, Section } from './model';

/** What the job gives. */
interface SectionPreview {
  before?: Section;
  written?: Section;
  writer: Note['writer'];
}

interface RegenerateDialogProps {
  note: Note;
  section: string;
  onTake: (job: string) => void;
  onClose: () => void;
}

/** A section written anew beside the one that is there: nothing of the note changes until it is taken. */
export function RegenerateDialog({ note, section, onTake, onClose }: RegenerateDialogProps) {
  const { i18n } = useLingui();
  const begun = useRef(false);
  const { beginning, job, result } = useWork<SectionPreview>({ begin: () => previewSection(note, section) });
  const { mutate } = beginning;
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      mutate();
    }
  }, [mutate]);
  const error = beginning.error ?? result.error;
  const preview = result.data;
  const decided = preview?.before?.statements.filter((s) => s.settled) ?? [];
  const same = preview !== undefined && textOf(preview.before) === textOf(preview.written);
  return (
    <Dialog wide title={i18n.t({ id: 'regenerate.title', message: '{section}, written anew', values: { section } })} onClose={onClose}>
      {error && <ProblemNote error={error} />}
      {job && hasEnded(job) && job.state !== 'succeeded' && <p className="fault">{job.problem?.detail}</p>}
      {!error && !preview && !(job && hasEnded(job)) && (
        <div role="status">
          <p>{i18n.t({ id: 'review.writing', message: 'Writing the note…' })}</p>
          <progress {...(job?.fraction === undefined ? {} : { value: job.fraction })} aria-label={i18n.t({ id: 'review.progress', message: 'Progress' })} />
        </div>
      )}
      {preview && (
        <>
          {preview.writer.fallback && (
            <p className="note-box">
              {i18n.t({ id: 'review.fallback', message: 'Written by {model}, not as asked: {reason}', values: { model: preview.writer.model, reason: preview.writer.reason } })}
            </p>
          )}
          <div className="beside">
            <Text title={i18n.t({ id: 'regenerate.before', message: 'As it is' })} section={preview.before} />
            <Text title={i18n.t({ id: 'regenerate.after', message: 'Written anew by {model}', values: { model: preview.writer.model } })} section={preview.written} />
          </div>
          {same && <p role="status">{i18n.t({ id: 'regenerate.same', message: 'It is written the same: there is nothing to take.' })}</p>}
          {!same && decided.length > 0 && (
            <p>
              {i18n.t({
                id: 'regenerate.decided',
                message: '{n, plural, one {One sentence that you stand for is replaced.} other {# sentences that you stand for are replaced.}}',
                values: { n: decided.length },
              })}
            </p>
          )}
        </>
      )}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {preview ? i18n.t({ id: 'regenerate.keep', message: 'Keep it as it is' }) : i18n.t({ id: 'cancel', message: 'Cancel' })}
        </button>
        <button type="button" className="button primary" disabled={!preview?.written || same} onClick={() => onTake(job!.id)}>
          {i18n.t({ id: 'regenerate.take', message: 'Take the new one' })}
        </button>
      </div>
    </Dialog>
  );
}

const textOf = (section: Section | undefined) => section?.statements.map(({ text }) => text).join('\n') ?? '';

function Text({ title, section }: { title: string; section: Section | undefined }) {
  const { i18n } = useLingui();
  return (
    <section className="document" aria-label={title}>
      <h3>{title}</h3>
      {section && section.statements.length > 0 ? (
        <ul lang="en">
          {section.statements.map((statement) => (
            <li key={statement.id}>{statement.text}</li>
          ))}
        </ul>
      ) : (
        <p className="muted">{i18n.t({ id: 'review.sectionEmpty', message: 'Nothing was said of this.' })}</p>
      )}
    </section>
  );
}
