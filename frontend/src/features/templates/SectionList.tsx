import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../shared/ui/Announcer';
import { Icon } from '../../shared/ui/Icon';
import { changed, moved, type Section, sectionsOf, without, withSection } from './sections';

interface SectionListProps {
  /** The template's text: the list shows what it says, and writes into it. */
  source: string;
  onChange: (source: string) => void;
}

/** The sections of a template, to put in order and to name, beside the text that they stand in. */
export function SectionList({ source, onChange }: SectionListProps) {
  const { i18n } = useLingui();
  const announce = useAnnounce();
  const [open, setOpen] = useState<number>();
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const element = wanted.current && document.getElementById(wanted.current);
    wanted.current = undefined;
    if (element) {
      element.focus();
    }
  });
  const sections = sectionsOf(source);
  if (!sections) {
    return (
      <p className="note-box">
        <Icon name="uncertain" />
        {i18n.t({ id: 'sections.none', message: 'The sections are listed here once the text has them in the usual form: "sections:", and below it "- title:" and "instruction:" for each.' })}
      </p>
    );
  }
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    if (to < 0 || to >= sections.length) {
      return;
    }
    onChange(moved(source, at, by));
    setOpen(open === at ? to : open === to ? at : open);
    wanted.current = `section-${to}-${by}`;
    announce(i18n.t({ id: 'sections.moved', message: '{title}: {at} of {n}', values: { title: sections[at]!.title, at: to + 1, n: sections.length } }));
  };
  const add = () => {
    onChange(withSection(source, i18n.t({ id: 'sections.new', message: 'New section' })));
    setOpen(sections.length);
    wanted.current = `section-${sections.length}-title`;
  };
  const remove = (at: number) => {
    onChange(without(source, at));
    setOpen(undefined);
    wanted.current = `section-${Math.min(at, sections.length - 2)}-edit`;
  };
  return (
    <div className="stack">
      <ol className="sections" aria-label={i18n.t({ id: 'sections.title', message: 'Sections' })}>
        {sections.map((section, at) => (
          <li key={at}>
            <div className="row">
              <b>{section.title}</b>
              <Act id={`section-${at}--1`} sign="↑" name={i18n.t({ id: 'sections.up', message: 'Move up' })} of={section} idle={at === 0} onClick={() => move(at, -1)} />
              <Act id={`section-${at}-1`} sign="↓" name={i18n.t({ id: 'sections.down', message: 'Move down' })} of={section} idle={at === sections.length - 1} onClick={() => move(at, 1)} />
              <button type="button" id={`section-${at}-edit`} className="button small" aria-expanded={open === at} onClick={() => setOpen(open === at ? undefined : at)}>
                {i18n.t({ id: 'sections.edit', message: 'Edit' })}
                <span className="only-heard"> {section.title}</span>
              </button>
              <button type="button" className="button small danger" disabled={sections.length === 1} onClick={() => remove(at)}>
                {i18n.t({ id: 'review.remove', message: 'Remove' })}
                <span className="only-heard"> {section.title}</span>
              </button>
            </div>
            {open === at && <SectionFields at={at} section={section} onChange={(key, value) => onChange(changed(source, at, key, value))} />}
          </li>
        ))}
      </ol>
      <button type="button" className="button small" onClick={add}>
        <Icon name="plus" />
        {i18n.t({ id: 'sections.add', message: 'Add a section' })}
      </button>
    </div>
  );
}

interface ActProps {
  id: string;
  sign: string;
  name: string;
  of: Section;
  /** It can be reached and does nothing: who moves a section to the end keeps their place. */
  idle: boolean;
  onClick: () => void;
}

function Act({ id, sign, name, of, idle, onClick }: ActProps) {
  return (
    <button type="button" id={id} className="button small" title={name} aria-disabled={idle} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
      <span className="only-heard">
        {name} {of.title}
      </span>
    </button>
  );
}

interface SectionFieldsProps {
  at: number;
  section: Section;
  onChange: (key: 'title' | 'instruction', value: string) => void;
}

function SectionFields({ at, section, onChange }: SectionFieldsProps) {
  const { i18n } = useLingui();
  const [title, setTitle] = useState(section.title);
  const [instruction, setInstruction] = useState(section.instruction);
  // As it is typed, spaces and all, for as long as the text says the same.
  const shown = (typed: string, said: string) => (typed.trim() === said ? typed : said);
  return (
    <div className="form">
      <div className="field">
        <label htmlFor={`section-${at}-title`}>{i18n.t({ id: 'sections.heading', message: 'Title' })}</label>
        <input
          id={`section-${at}-title`}
          value={shown(title, section.title)}
          maxLength={200}
          onChange={({ target }) => {
            setTitle(target.value);
            onChange('title', target.value);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`section-${at}-guidance`}>{i18n.t({ id: 'sections.guidance', message: 'What is to be written here' })}</label>
        <textarea
          id={`section-${at}-guidance`}
          className="guidance"
          rows={4}
          value={shown(instruction, section.instruction)}
          maxLength={4_000}
          onChange={({ target }) => {
            setInstruction(target.value);
            onChange('instruction', target.value);
          }}
        />
        {section.holds && (
          <p className="muted small">
            {i18n.t({ id: 'sections.holds', message: 'Without a language model it takes: {kinds}. The text below changes that.', values: { kinds: section.holds } })}
          </p>
        )}
      </div>
    </div>
  );
}
