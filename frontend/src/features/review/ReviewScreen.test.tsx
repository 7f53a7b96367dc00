import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { NoteView, Utterance } from './model';
import { type ReviewActions, ReviewScreen } from './ReviewScreen';

const utterances: Utterance[] = [
  { id: 'u1', speaker: 'Clinician', role: 'clinician', start: 3, end: 5, text: 'What brings you in?', words: [] },
  {
    id: 'u2',
    speaker: 'Patient',
    role: 'patient',
    start: 6,
    end: 12,
    text: "I've had a dry cough for two weeks.",
    words: [{ text: 'dry', confidence: 0.3 }],
  },
  { id: 'u3', speaker: 'Patient', role: 'patient', start: 55, end: 58, text: 'My mother had asthma.', words: [] },
];

const cough = {
  id: 's1',
  text: 'Dry cough for two weeks.',
  support: 'supported' as const,
  reasons: [],
  spans: [{ utterance: 'u2', begin: 11, end: 34, start: 6, stop: 9 }],
  edited: false,
  kept: undefined,
};
const allergy = {
  ...cough,
  id: 's2',
  text: 'No known drug allergies.',
  support: 'unsupported' as const,
  reasons: ['Nobody spoke of allergies.'],
  spans: [],
};

const note: NoteView = {
  id: 'n1',
  version: 3,
  etag: '"3"',
  sections: [
    { title: 'Subjective', statements: [cough, allergy] },
    { title: 'Plan', statements: [] },
  ],
  omitted: ['u3'],
  signed: undefined,
};

let actions: ReviewActions;

beforeEach(() => {
  actions = {
    save: vi.fn(),
    remove: vi.fn(),
    keep: vi.fn(),
    split: vi.fn(),
    join: vi.fn(),
    add: vi.fn(),
    regenerate: vi.fn(),
    undo: vi.fn(),
    sign: vi.fn(),
    renameSpeaker: vi.fn(),
  };
});

function show(change: Partial<NoteView> = {}) {
  render(
    <I18nProvider i18n={i18n}>
      <ReviewScreen
        note={{ ...note, ...change }}
        utterances={utterances}
        recording={undefined}
        checking={new Set()}
        canUndo={false}
        actions={actions}
      />
    </I18nProvider>,
  );
  return userEvent.setup();
}

const statement = (name: RegExp) => within(screen.getByRole('region', { name: 'Note' })).getByRole('button', { name });
const said = () => screen.getByRole('list', { name: 'What was said' });

it('lights the words that a statement rests on, with its number', async () => {
  const user = show();
  await user.hover(statement(/^Dry cough/));

  expect(within(said()).getByText('dry cough for two weeks', { selector: 'mark' })).toBeVisible();
  expect(within(screen.getByRole('region', { name: 'Evidence' })).getByText('dry cough for two weeks')).toBeVisible();
});

it('lights the statements that rest on an utterance', async () => {
  const user = show();
  await user.hover(within(said()).getByText("I've had a dry cough for two weeks."));

  expect(statement(/^Dry cough/)).toHaveAttribute('aria-pressed', 'true');
  expect(statement(/^No known/)).toHaveAttribute('aria-pressed', 'false');
});

it('says of an unsupported statement what it is and why, in words that are heard too', () => {
  show();
  expect(statement(/No known drug allergies.*Unsupported: Nobody spoke of allergies/)).toBeVisible();
});

it('lists what is to settle: the unsupported first, then what was said and not written', () => {
  show();
  const settle = screen.getByRole('region', { name: /^To settle/ });
  expect(within(settle).getAllByRole('listitem').map((li) => li.textContent)).toEqual([
    expect.stringContaining('No known drug allergies.'),
    expect.stringContaining('My mother had asthma.'),
  ]);
  expect(screen.getByText('Not signed. 2 things to settle.')).toBeVisible();
});

it('goes through the statements with the arrows, as one tab stop', async () => {
  const user = show();
  statement(/^Dry cough/).focus();
  await user.keyboard('{ArrowDown}');
  expect(statement(/^No known/)).toHaveFocus();
  await user.keyboard('k');
  expect(statement(/^Dry cough/)).toHaveFocus();
});

it('goes to the next open thing with N and keeps it with V', async () => {
  const user = show();
  await user.keyboard('n');
  expect(statement(/^No known/)).toHaveFocus();
  await user.keyboard('v');
  expect(actions.keep).toHaveBeenCalledWith('s2');
});

it('adds what was left out with A', async () => {
  const user = show();
  within(said()).getByText('My mother had asthma.').closest('button')!.focus();
  await user.keyboard('a');
  expect(actions.add).toHaveBeenCalledWith('u3');
});

it('edits in place and saves with Enter', async () => {
  const user = show();
  statement(/^Dry cough/).focus();
  await user.keyboard('e');
  const field = screen.getByRole('textbox', { name: 'Statement' });
  await user.clear(field);
  await user.type(field, 'Dry cough for three weeks.{Enter}');

  expect(actions.save).toHaveBeenCalledExactlyOnceWith('s1', 'Dry cough for three weeks.');
});

it('restores the text with Esc and saves nothing', async () => {
  const user = show();
  statement(/^Dry cough/).focus();
  await user.keyboard('e');
  await user.type(screen.getByRole('textbox'), ' and fever{Escape}');

  expect(actions.save).not.toHaveBeenCalled();
  expect(statement(/^Dry cough for two weeks/)).toBeVisible();
});

it('splits a statement at the caret with Enter', async () => {
  const user = show();
  statement(/^Dry cough/).focus();
  await user.keyboard('e');
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  field.setSelectionRange(9, 9);
  await user.keyboard('{Enter}');

  expect(actions.split).toHaveBeenCalledWith('s1', 9);
});

it('marks words that were heard unclearly with how sure the recognizer is', () => {
  show();
  expect(screen.getByText('Heard unclearly: dry (30 %)')).toBeVisible();
});

it('says DRAFT in the first line of what is copied, until it is signed', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Copy all' }));
  expect(await navigator.clipboard.readText()).toMatch(/^DRAFT, not signed\n\nSubjective\n- Dry cough/);
});

it('lets nothing be edited once it is signed, and says who signed', () => {
  show({ signed: { by: 'Dr Osei', at: '2026-11-26T10:05:00Z' } });
  expect(screen.getByText(/Signed by Dr Osei on/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /keep/ })).not.toBeInTheDocument();
  expect(screen.queryByText('DRAFT')).not.toBeInTheDocument();
});
