import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Problem } from '../../shared/api/problem';
import { useAnnounce } from '../../shared/ui/Announcer';
import { useProblemText } from '../../shared/ui/ProblemNote';
import { edits } from './api/noteEdits';
import { noteKey } from './api/visitQueries';
import type { Conflict } from './ConflictDialog';
import { statementsOf } from './evidence';
import { type Journal, journalOf, type Step } from './journal';
import type { Note } from './model';

/** What an earlier page of this tab left: steps to take back, and a sentence in the middle of being typed. */
const begun = (journal: Journal) => ({
  journal,
  undoable: journal.steps().length,
  editing: journal.typed()?.statement,
});

type Make = (note: Note) => Promise<Note>;

const textOf = (note: Note, id: string) => statementsOf(note).find((s) => s.id === id)?.text;

/**
 * Changes a note, one change after the other. What another window changed meanwhile is loaded and stays; where both
 * changed one statement, somebody is asked. What was done here can be taken back, also after a reload.
 */
export function useNoteChanges(id: string | undefined, reload: () => Promise<Note | undefined>) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const journal = useMemo(() => journalOf(id ?? ''), [id]);
  const [error, setError] = useState<unknown>();
  const [checking, setChecking] = useState<ReadonlySet<string>>(new Set());
  const [conflict, setConflict] = useState<Conflict>();
  const [own, setOwn] = useState(() => begun(journal));
  if (own.journal !== journal) {
    setOwn(begun(journal));
  }
  const line = useRef<Promise<void>>(Promise.resolve());

  const keep = useCallback(
    (steps: readonly Step[]) => {
      journal.keepSteps(steps);
      setOwn((now) => ({ ...now, undoable: steps.length }));
    },
    [journal],
  );

  const setEditing = useCallback((statement: string | undefined) => setOwn((now) => ({ ...now, editing: statement })), []);

  /** @returns what it did to the note, or undefined when somebody is asked first */
  const apply = async (make: Make, statement?: string, mine?: string): Promise<Step | undefined> => {
    const before = queries.getQueryData<Note>(noteKey(id!))!;
    setError(undefined);
    try {
      const after = await make(before);
      queries.setQueryData(noteKey(before.id), after);
      return { from: before.version, to: after.version };
    } catch (e) {
      if (!(e instanceof Problem && e.status === 412)) {
        throw e;
      }
    }
    const now = await reload();
    if (!now || now.state === 'signed') {
      throw new Problem('note-signed', 409, i18n.t({ id: 'review.signedMeanwhile', message: 'The note was signed in another window. Your text is kept here: amend the note to add it.' }));
    }
    if (statement && mine !== undefined && textOf(now, statement) !== textOf(before, statement)) {
      setConflict({ statement, mine, theirs: textOf(now, statement) });
      return undefined;
    }
    const merged = await make(now);
    queries.setQueryData(noteKey(now.id), merged);
    announce(i18n.t({ id: 'review.merged', message: 'Saved, beside a change from another window.' }));
    return { from: now.version, to: merged.version };
  };

  /** @param mine the text of the statement that it is to have, so that nothing is written over */
  const change = (make: Make, statement?: string, mine?: string): Promise<void> => {
    const next = line.current.then(async () => {
      setChecking(new Set(statement ? [statement] : []));
      try {
        const before = queries.getQueryData<Note>(noteKey(id!))!;
        const step = await apply(make, statement, mine);
        if (step) {
          journal.typedIsSaved();
          const signed = [before, queries.getQueryData<Note>(noteKey(id!))!].some((note) => note.state === 'signed');
          if (!signed && step.from < step.to) {
            keep([...journal.steps(), step]);
          }
        }
      } catch (e) {
        setError(e);
        announce(problemText(e), true);
        if (mine !== undefined) {
          setEditing(statement); // what was typed stays before one's eyes until it is saved
        }
      } finally {
        setChecking(new Set());
      }
    });
    line.current = next;
    return next;
  };

  const undo = () => {
    line.current = line.current.then(async () => {
      const steps = journal.steps();
      const last = steps.at(-1);
      if (!last) {
        announce(i18n.t({ id: 'review.nothingToUndo', message: 'There is nothing to take back.' }));
        return;
      }
      try {
        await apply((note) => edits.revert(note, last));
        keep(steps.slice(0, -1));
        announce(i18n.t({ id: 'review.undone', message: 'Taken back.' }));
      } catch (e) {
        setError(e);
        announce(problemText(e), true);
      }
    });
  };

  /** Answers what was asked of a conflict; nothing chosen keeps the other text. */
  const settleConflict = (text: string | undefined) => {
    const { statement, theirs } = conflict!;
    setConflict(undefined);
    if (text === undefined) {
      journal.typedIsSaved();
    } else if (theirs === undefined) {
      const section = queries.getQueryData<Note>(noteKey(id!))!.sections[0]!.title;
      void change((note) => edits.insert(note, section, text, ''));
    } else {
      void change((note) => edits.text(note, statement, text), statement, text);
    }
  };

  return { change, undo, undoable: own.undoable, editing: own.editing, setEditing, error, checking, conflict, settleConflict, journal };
}
