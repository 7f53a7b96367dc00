import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { SectionList } from './SectionList';

const SOURCE = `name: Ours
sections:
  - title: History
    holds: [history]
  - title: Plan
    instruction: What was decided.
`;

let text = '';

function Editor({ source }: { source: string }) {
  const [typed, setTyped] = useState(source);
  const type = (next: string) => {
    text = next;
    setTyped(next);
  };
  return <SectionList source={typed} onChange={type} />;
}

const show = (source = SOURCE) =>
  render(
    <I18nProvider i18n={i18n}>
      <Editor source={source} />
    </I18nProvider>,
  );
const titles = () => screen.getAllByRole('listitem').map((item) => item.querySelector('b')!.textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('moves a section, keeps the place of who moves it, and does nothing at the end', async () => {
  show();
  await press('Move up Plan');
  expect(titles()).toEqual(['Plan', 'History']);
  expect(screen.getByRole('button', { name: 'Move up Plan' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(titles()).toEqual(['Plan', 'History']);
  await press('Move down Plan');
  expect(text).toBe(SOURCE);
});

it('writes a title and what belongs into a section as it is typed', async () => {
  show();
  await press('Edit History');
  await userEvent.type(screen.getByLabelText('Title'), ' of today');
  await userEvent.type(screen.getByLabelText('What is to be written here'), 'Why they came: ');
  expect(screen.getByLabelText('What is to be written here')).toHaveValue('Why they came: ');
  await userEvent.type(screen.getByLabelText('What is to be written here'), 'all.');
  expect(titles()).toEqual(['History of today', 'Plan']);
  expect(text).toContain('  - title: History of today\n    holds: [history]\n    instruction: >-\n      Why they came: all.\n  - title: Plan');
});

it('adds a section and goes to its title; the last one that is left stays', async () => {
  show();
  await press('Add a section');
  expect(screen.getByLabelText('Title')).toHaveFocus();
  await press('Remove History');
  await press('Remove Plan');
  expect(text).toBe('name: Ours\nsections:\n  - title: New section\n');
  expect(screen.getByRole('button', { name: 'Remove New section' })).toBeDisabled();
});

it('says when the text has no list that it can show', () => {
  show('sections: [');
  expect(screen.getByText(/The sections are listed here once/)).toBeVisible();
  expect(screen.queryByRole('list')).toBeNull();
});
