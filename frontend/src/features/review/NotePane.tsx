import { useLingui } from '@lingui/react';
import { type KeyboardEvent } from 'react';
import type { Note } from './model';
import { type StatementActions, StatementLine } from './StatementLine';
import type { useRoving } from './useRoving';

interface NotePaneProps {
  note: Note;
  lit: ReadonlySet<string>;
  checking: ReadonlySet<string>;
  editing: string | undefined;
  roving: ReturnType<typeof useRoving>;
  editable: boolean;
  actions: StatementActions;
  onKeys: (event: KeyboardEvent) => void;
  onCopy: (section: string) => void;
  onRegenerate: (section: string) => void;
}

/** The note by section. One tab stop: arrows move from sentence to sentence. */
export function NotePane(props: NotePaneProps) {
  const { note, lit, checking, editing, roving, editable, actions, onKeys, onCopy, onRegenerate } = props;
  const { i18n } = useLingui();
  return (
    // The keys act on the statement that has the focus; each of them is a button, too.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="note"
      onKeyDown={(event) => {
        roving.onKeyDown(event);
        onKeys(event);
      }}
    >
      {note.sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <h3>
            {section.title}
            <span>
              <button type="button" className="button small quiet" onClick={() => onCopy(section.title)}>
                {i18n.t({ id: 'review.copy', message: 'Copy' })}
                <span className="only-heard"> {section.title}</span>
              </button>
              {editable && (
                <button type="button" className="button small quiet" onClick={() => onRegenerate(section.title)}>
                  {i18n.t({ id: 'review.regenerate', message: 'Regenerate' })}
                  <span className="only-heard"> {section.title}</span>
                </button>
              )}
            </span>
          </h3>
          {section.statements.length === 0 ? (
            <p className="muted small nothing">{i18n.t({ id: 'review.sectionEmpty', message: 'Nothing was said of this.' })}</p>
          ) : (
            <ul>
              {section.statements.map((statement) => (
                <StatementLine
                  key={statement.id}
                  statement={statement}
                  lit={lit.has(statement.id)}
                  editable={editable}
                  checking={checking.has(statement.id)}
                  tabIndex={roving.tabIndex(statement.id)}
                  editing={editing === statement.id}
                  actions={actions}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
