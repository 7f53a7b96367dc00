import type { I18n } from '@lingui/core';
import type { Note } from './model';

/** The note, or one section of it, as text for another program. A draft says in its first line that it is one. */
export function copyText(note: Note, i18n: I18n, section?: string): string {
  const sections = note.sections.filter((s) => (section === undefined ? s.statements.length > 0 : s.title === section));
  const body = sections.map((s) => [s.title, ...s.statements.map((t) => `- ${t.text}`)].join('\n')).join('\n\n');
  return note.state === 'signed' ? `${body}\n` : `${i18n.t({ id: 'copy.draft', message: 'DRAFT, not signed' })}\n\n${body}\n`;
}
