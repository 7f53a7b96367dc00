import { api, given } from '../../../shared/api/client';
import type { Step } from '../journal';
import type { Note } from '../model';

/**
 * Changes to a note. Each is made under the version that was on the screen: when another window changed it meanwhile,
 * the api answers 412 and nothing is overwritten.
 */
const under = (note: Note) => ({ 'If-Match': `"${note.version}"` });
const statement = (note: Note, statementId: string) => ({ header: under(note), path: { id: note.id, statementId } });

export const edits = {
  text: async (note: Note, id: string, text: string) =>
    given(await api.PATCH('/api/v1/notes/{id}/statements/{statementId}', { params: statement(note, id), body: { text } })),
  settle: async (note: Note, id: string, settled: boolean) =>
    given(await api.PATCH('/api/v1/notes/{id}/statements/{statementId}', { params: statement(note, id), body: { settled } })),
  /** @param after the statement that it follows; empty to stand first, undefined to stand last */
  insert: async (note: Note, section: string, text: string, topic: string, after?: string) =>
    given(
      await api.POST('/api/v1/notes/{id}/statements', {
        params: { header: under(note), path: { id: note.id } },
        body: { section, topic, text, ...(after === undefined ? {} : { after }) },
      }),
    ),
  remove: async (note: Note, id: string) =>
    given(await api.DELETE('/api/v1/notes/{id}/statements/{statementId}', { params: statement(note, id) })),
  split: async (note: Note, id: string, at: number) =>
    given(await api.POST('/api/v1/notes/{id}/statements/{statementId}:split', { params: statement(note, id), body: { at } })),
  /** Appends it to the statement before it. */
  join: async (note: Note, id: string) => {
    const ids = note.sections.find((s) => s.statements.some((t) => t.id === id))!.statements.map((s) => s.id);
    const before = ids[ids.indexOf(id) - 1];
    return before === undefined
      ? note
      : given(
          await api.POST('/api/v1/notes/{id}/statements/{statementId}:join', {
            params: statement(note, before),
            body: { with: id },
          }),
        );
  },
  /** Has the turn written as a statement, and adds the first that the visit supports. */
  add: async (note: Note, utteranceId: string) => {
    const { items } = given(
      await api.POST('/api/v1/notes/{id}:compose', { params: { path: { id: note.id } }, body: { utteranceId } }),
    );
    let changed = note;
    for (const { section, topic, text } of items) {
      changed = await edits.insert(changed, section, text, topic);
    }
    return changed;
  },
  /** @param job the one that wrote the section */
  takeSection: async (note: Note, job: string) =>
    given(
      await api.POST('/api/v1/notes/{id}:take-section', { params: { header: under(note), path: { id: note.id } }, body: { job } }),
    ),
  /** Takes back what changed between two of its versions; what was changed besides stays. */
  revert: async (note: Note, step: Step) =>
    given(await api.POST('/api/v1/notes/{id}:revert', { params: { header: under(note), path: { id: note.id } }, body: step })),
  sign: async (note: Note) =>
    given(
      await api.POST('/api/v1/notes/{id}:sign', { params: { header: under(note), path: { id: note.id } }, body: { seen: true } }),
    ),
  amend: async (note: Note, reason: string) =>
    given(
      await api.POST('/api/v1/notes/{id}:amend', { params: { header: under(note), path: { id: note.id } }, body: { reason } }),
    ),
};

export const reviewSigning = async (id: string) =>
  given(await api.GET('/api/v1/notes/{id}/signing', { params: { path: { id } } }));

/** Has a section written anew; the note stays as it is until what came of it is taken. */
export const previewSection = async (note: Note, section: string) =>
  given(
    await api.POST('/api/v1/notes/{id}:regenerate', {
      params: { header: under(note), path: { id: note.id } },
      body: { section, preview: true },
    }),
  );
