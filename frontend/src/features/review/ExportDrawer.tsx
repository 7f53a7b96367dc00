import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Dialog } from '../../shared/ui/Dialog';
import type { Note } from './model';

const FORMATS = ['pdf', 'docx', 'html', 'markdown', 'text', 'fhir', 'healthscribe', 'json'] as const;
type Format = (typeof FORMATS)[number];

export function ExportDrawer({ note, onClose }: { note: Note; onClose: () => void }) {
  const { i18n } = useLingui();
  const [format, setFormat] = useState<Format>('pdf');
  const names: Record<Format, string> = {
    pdf: i18n.t({ id: 'export.pdf', message: 'PDF, to print and to file' }),
    docx: i18n.t({ id: 'export.docx', message: 'Word document' }),
    html: i18n.t({ id: 'export.html', message: 'HTML with its evidence as links' }),
    markdown: i18n.t({ id: 'export.markdown', message: 'Markdown' }),
    text: i18n.t({ id: 'export.text', message: 'Plain text' }),
    fhir: i18n.t({ id: 'export.fhir', message: 'FHIR R4 document, for another system' }),
    healthscribe: i18n.t({ id: 'export.healthscribe', message: "AWS HealthScribe's JSON" }),
    json: i18n.t({ id: 'export.json', message: "This program's own JSON" }),
  };
  return (
    <Dialog drawer title={i18n.t({ id: 'review.export', message: 'Export' })} onClose={onClose}>
      {note.state !== 'signed' && (
        <p className="draft-band">
          <b>{i18n.t({ id: 'draft', message: 'DRAFT' })}</b>
          {i18n.t({ id: 'export.draft', message: 'Every page of it says so.' })}
        </p>
      )}
      <fieldset className="plain stack">
        <legend className="only-heard">{i18n.t({ id: 'export.format', message: 'Form' })}</legend>
        {FORMATS.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="format" checked={format === each} onChange={() => setFormat(each)} />
            {names[each]}
          </label>
        ))}
      </fieldset>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'close', message: 'Close' })}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {i18n.t({ id: 'export.print', message: 'Print' })}
        </button>
        <a className="button primary" href={`/api/v1/notes/${note.id}/export?format=${format}`} download onClick={onClose}>
          {i18n.t({ id: 'export.download', message: 'Download' })}
        </a>
      </div>
    </Dialog>
  );
}
