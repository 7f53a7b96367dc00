import { useLingui } from '@lingui/react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';
import type { Statement } from './model';

export interface StatementActions {
  light: (id: string | undefined) => void;
  /** The keys act on this one from now on. */
  enter: (id: string) => void;
  pin: (id: string) => void;
  save: (id: string, text: string) => void;
  remove: (id: string) => void;
  keep: (id: string) => void;
  split: (id: string, text: string, at: number) => void;
  join: (id: string) => void;
  /** What was typed into it before the page went away. */
  typedBefore: (id: string) => string | undefined;
  type: (id: string, text: string) => void;
  /** What was typed is not wanted. */
  forget: () => void;
  /** Its text becomes a field, or a text again. */
  edit: (id: string | undefined) => void;
}

interface StatementLineProps {
  statement: Statement;
  /** Numbers of its spans while it is lit, else nothing. */
  lit: boolean;
  editable: boolean;
  /** Its text was sent and the answer has not come. */
  checking: boolean;
  tabIndex: 0 | -1;
  editing: boolean;
  actions: StatementActions;
}

/**
 * A sentence of the note with what the checker says of it: edge, icon, word and reason, never colour alone. Drawn again
 * only when it itself changes.
 */
export const StatementLine = memo(function StatementLine(props: StatementLineProps) {
  const { statement, lit, editable, checking, tabIndex, editing, actions } = props;
  const { i18n } = useLingui();
  const state = stateOf(statement);
  const first = statement.evidence.find((e) => e.startSeconds !== undefined)?.startSeconds;
  const word = {
    plain: '',
    uncertain: i18n.t({ id: 'review.uncertain', message: 'Check' }),
    unsupported: i18n.t({ id: 'review.unsupported', message: 'Unsupported' }),
    settled: i18n.t({ id: 'review.settledStatement', message: 'Stated by the clinician' }),
    quiet: i18n.t({ id: 'review.notSaidAloud', message: 'Not said aloud' }),
  }[state];
  const reasons = state === 'settled' ? [] : statement.reasons.map((r) => r.message);

  return (
    <li className={`statement ${state}${lit ? ' lit' : ''}`} onPointerEnter={() => actions.light(statement.id)} onPointerLeave={() => actions.light(undefined)}>
      {editing ? (
        <Editor
          text={statement.text}
          typed={actions.typedBefore(statement.id)}
          onType={(text) => actions.type(statement.id, text)}
          onSave={(text) => {
            actions.edit(undefined);
            actions.save(statement.id, text);
          }}
          onCancel={() => {
            actions.edit(undefined);
            actions.forget();
          }}
          onSplit={(text, at) => {
            actions.edit(undefined);
            actions.split(statement.id, text, at);
          }}
          onJoin={() => {
            actions.edit(undefined);
            actions.join(statement.id);
          }}
        />
      ) : (
        <button
          type="button"
          className="sentence"
          data-statement={statement.id}
          tabIndex={tabIndex}
          aria-pressed={lit}
          onFocus={() => {
            actions.enter(statement.id);
            actions.light(statement.id);
          }}
          onClick={() => actions.pin(statement.id)}
          onDoubleClick={() => editable && actions.edit(statement.id)}
        >
          <span className="text">{statement.text}</span>{' '}
          {lit ? (
            <span className="source">
              {statement.evidence.map((_, i) => (
                <span key={i} className="number">
                  {i + 1}
                </span>
              ))}
            </span>
          ) : (
            first !== undefined && <span className="source">{clock(first)}</span>
          )}
          {word && !checking && <span className="only-heard">{`, ${word}: ${reasons.join(' ')}`}</span>}
        </button>
      )}
      {checking ? (
        <p className="verdict muted">{i18n.t({ id: 'review.checking', message: 'Checking…' })}</p>
      ) : (
        word && (
          <p className="verdict" aria-hidden="true">
            <span className="word">
              <Icon name={ICONS[state]} />
              {word}
            </span>{' '}
            {reasons.join(' ')}
          </p>
        )
      )}
      {editable && !editing && (state === 'unsupported' || state === 'uncertain') && (
        <div className="row acts">
          <button type="button" className="button small" tabIndex={tabIndex} onClick={() => actions.remove(statement.id)}>
            {i18n.t({ id: 'review.remove', message: 'Remove' })} <kbd>Del</kbd>
          </button>
          <button type="button" className="button small quiet" tabIndex={tabIndex} onClick={() => actions.keep(statement.id)}>
            {i18n.t({ id: 'review.keep', message: 'I know this, keep' })} <kbd>V</kbd>
          </button>
        </div>
      )}
    </li>
  );
});

type State = 'plain' | 'uncertain' | 'unsupported' | 'settled' | 'quiet';

function stateOf(statement: Statement): State {
  if (statement.settled) {
    return 'settled';
  }
  if (statement.support === 'uncertain' || statement.support === 'unsupported') {
    return statement.support;
  }
  return statement.support === 'supported' ? 'plain' : 'quiet';
}

const ICONS: Record<State, IconName> = {
  plain: 'check',
  uncertain: 'uncertain',
  unsupported: 'unsupported',
  settled: 'person',
  quiet: 'person',
};

interface EditorProps {
  text: string;
  typed: string | undefined;
  onType: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
  onSplit: (text: string, at: number) => void;
  onJoin: () => void;
}

function Editor({ text, typed, onType, onSave, onCancel, onSplit, onJoin }: EditorProps) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState(typed ?? text);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current!.focus();
    field.current!.setSelectionRange(text.length, text.length);
  }, [text]);

  const end = (act: () => void) => {
    done.current = true; // leaving the field is not a second save
    act();
  };
  const save = () => (draft.trim() && draft !== text ? onSave(draft.trim()) : onCancel());
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const at = event.currentTarget.selectionStart;
    if (event.key === 'Escape') {
      event.stopPropagation();
      end(onCancel);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      end(save);
    } else if (event.key === 'Enter' && draft.slice(0, at).trim() && draft.slice(at).trim()) {
      event.preventDefault();
      end(() => onSplit(draft, at));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      end(save);
    } else if (event.key === 'Backspace' && at === 0 && event.currentTarget.selectionEnd === 0) {
      event.preventDefault();
      end(onJoin);
    }
  };
  return (
    <textarea
      ref={field}
      className="sentence-editor"
      aria-label={i18n.t({ id: 'review.editing', message: 'Statement' })}
      rows={1}
      value={draft}
      maxLength={4_000}
      onChange={(event) => {
        setDraft(event.target.value);
        onType(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => !done.current && end(save)}
    />
  );
}
