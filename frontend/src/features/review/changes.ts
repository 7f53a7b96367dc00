import type { Note, Statement } from './model';

/** What one edit did to one statement, as it can be taken back. */
export type Change =
  | { kind: 'edited'; id: string; before: Kept; after: Kept }
  | { kind: 'removed'; id: string; before: Kept; section: string; follows: string }
  | { kind: 'added'; id: string };

/** What of a statement a person decides; the rest is the checker's. */
type Kept = Pick<Statement, 'text' | 'topic' | 'settled'>;

const kept = ({ text, topic, settled }: Statement): Kept => ({ text, topic, settled });

interface Place {
  statement: Statement;
  section: string;
  /** The statement before it in its section; empty for the first. */
  follows: string;
}

function places(note: Note): Map<string, Place> {
  return new Map(
    note.sections.flatMap(({ title, statements }) =>
      statements.map((statement, i) => [statement.id, { statement, section: title, follows: statements[i - 1]?.id ?? '' }] as const),
    ),
  );
}

/** What lies between two versions of a note. */
export function changesBetween(before: Note, after: Note): Change[] {
  const old = places(before);
  const now = places(after);
  const changes: Change[] = [];
  for (const [id, { statement, section, follows }] of old) {
    const found = now.get(id)?.statement;
    if (!found) {
      changes.push({ kind: 'removed', id, before: kept(statement), section, follows });
    } else if (found.text !== statement.text || found.settled !== statement.settled) {
      changes.push({ kind: 'edited', id, before: kept(statement), after: kept(found) });
    }
  }
  for (const id of now.keys()) {
    if (!old.has(id)) {
      changes.push({ kind: 'added', id });
    }
  }
  return changes;
}

/** How a note is changed, a statement at a time; each gives the note as it is then. */
export interface Editing {
  text: (note: Note, id: string, text: string) => Promise<Note>;
  settle: (note: Note, id: string, settled: boolean) => Promise<Note>;
  remove: (note: Note, id: string) => Promise<Note>;
  /** @param after the statement that it follows; empty to stand first, undefined to stand last */
  insert: (note: Note, section: string, text: string, topic: string, after: string | undefined) => Promise<Note>;
}

export interface Reverted {
  note: Note;
  /** A statement that came back has a new id. */
  renamed: ReadonlyMap<string, string>;
}

/** Takes changes back from a note that may have changed since: what others did to other statements stays. */
export async function revert(note: Note, changes: readonly Change[], editing: Editing): Promise<Reverted> {
  const renamed = new Map<string, string>();
  let now = note;
  for (const change of changes) {
    const there = places(now);
    const statement = there.get(change.id)?.statement;
    if (change.kind === 'removed') {
      const known = new Set(there.keys());
      const follows = renamed.get(change.follows) ?? change.follows;
      const after = follows === '' || known.has(follows) ? follows : undefined;
      now = await editing.insert(now, change.section, change.before.text, change.before.topic, after);
      const back = [...places(now).keys()].find((id) => !known.has(id));
      if (back) {
        renamed.set(change.id, back);
        if (change.before.settled) {
          now = await editing.settle(now, back, true);
        }
      }
    } else if (!statement) {
      continue; // another window took it out
    } else if (change.kind === 'added') {
      now = await editing.remove(now, change.id);
    } else {
      if (statement.text !== change.before.text && statement.text === change.after.text) {
        now = await editing.text(now, change.id, change.before.text);
      }
      if ((places(now).get(change.id)?.statement.settled ?? false) !== change.before.settled) {
        now = await editing.settle(now, change.id, change.before.settled);
      }
    }
  }
  return { note: now, renamed };
}

/** Changes that speak of statements by the ids that they have now. */
export function rename(changes: readonly Change[], renamed: ReadonlyMap<string, string>): Change[] {
  return changes.map((change) => ({
    ...change,
    id: renamed.get(change.id) ?? change.id,
    ...(change.kind === 'removed' ? { follows: renamed.get(change.follows) ?? change.follows } : {}),
  }));
}
