import { StatementLine } from './StatementLine';
import type { Note, Statement } from './types';

interface NoteViewProps {
  note: Note;
  lit: Statement | null;
  onLight: (statement: Statement | null) => void;
}

export function NoteView({ note, lit, onLight }: NoteViewProps) {
  return (
    <section className="note" aria-labelledby="note-title">
      <h2 id="note-title">{note.template}</h2>
      <p className="notice">{note.notice}</p>
      {note.sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <h3>{section.title}</h3>
          {section.statements.length === 0 ? (
            <p className="hint">Not mentioned.</p>
          ) : (
            <ul>
              {section.statements.map((statement, index) => (
                <StatementLine key={index} statement={statement} lit={statement === lit} onLight={onLight} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  );
}
