import { useLingui } from '@lingui/react';
import type { components } from '../../shared/api/schema';
import type { Note } from './model';

type NoteSummary = components['schemas']['NoteSummary'];

interface NoteChoiceProps {
  notes: readonly NoteSummary[];
  shown: Note;
  onChoose: (note: string) => void;
}

/** Which note of the visit it is; of several, each by its template, its writer and when it was written. */
export function NoteChoice({ notes, shown, onChoose }: NoteChoiceProps) {
  const { i18n } = useLingui();
  if (notes.length < 2) {
    return (
      <span className="pill wide-only">
        {shown.template} · {shown.writer.model}
      </span>
    );
  }
  return (
    <select
      className="note-choice"
      aria-label={i18n.t({ id: 'review.whichNote', message: 'Note of this visit' })}
      value={shown.id}
      onChange={(event) => onChoose(event.target.value)}
    >
      {notes.map(({ id, template, model, createdAt }) => (
        <option key={id} value={id}>
          {template} · {model} · {i18n.date(createdAt, { dateStyle: 'short', timeStyle: 'medium' })}
        </option>
      ))}
    </select>
  );
}
