import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Note, Statement, Utterance } from './model';
import { type ReviewActions, ReviewScreen } from './ReviewScreen';

const utterances: Utterance[] = [
  { id: 'u1', speaker: { label: 'Clinician', role: 'clinician' }, start: 3, end: 5, text: 'What brings you in?', words: [], misheard: [] },
  {
    id: 'u2',
    speaker: { label: 'Patient', role: 'patient' },
    start: 6,
    end: 12,
    text: "I've had a dry cough for two weeks.",
    words: [{ text: 'dry', start: 7, end: 8, confidence: 0.3, estimated: false }], misheard: [],
  },
  { id: 'u3', speaker: { label: 'Patient', role: 'patient' }, start: 55, end: 58, text: 'My mother had asthma.', words: [], misheard: [] },
];

const cough: Statement = {
  id: 's1',
  topic: '',
  text: 'Dry cough for two weeks.',
  support: 'supported',
  reasons: [],
  evidence: [
    { utteranceId: 'u2', begin: 11, end: 34, text: 'dry cough for two weeks', startSeconds: 6, endSeconds: 9 },
  ],
  settled: false,
};
const allergy: Statement = {
  ...cough,
  id: 's2',
  text: 'No known drug allergies.',
  support: 'unsupported',
  reasons: [{ kind: 'not-found', message: 'Nobody spoke of allergies.' }],
  evidence: [],
};

const note: Note = {
  id: 'n1',
  encounterId: 'e1',
  transcriptVersion: 1,
  state: 'draft',
  template: 'SOAP',
  writer: { requested: 'builtin', model: 'builtin' },
  version: 3,
  createdAt: '2026-11-26T09:50:00Z',
  updatedAt: '2026-11-26T09:58:00Z',
  sections: [
    { title: 'Subjective', statements: [cough, allergy] },
    { title: 'Plan', statements: [] },
  ],
  coverage: { share: 0.5, relevant: ['u2', 'u3'], omitted: ['u3'] },
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
    sign: vi.fn(),
    renameSpeaker: vi.fn(),
  };
});

function show(change: Partial<Note> = {}, said = utterances) {
  render(
    <I18nProvider i18n={i18n}>
      <ReviewScreen
        note={{ ...note, ...change }}
        utterances={said}
        recording={undefined}
        checking={new Set()}
        actions={actions}
      />
    </I18nProvider>,
  );
  return userEvent.setup();
}

const statement = (name: RegExp) => within(screen.getByRole('region', { name: 'Note' })).getByRole('button', { name });
const said = () => screen.getByRole('list', { name: 'What was said' });

it('shows what a word may have been', () => {
  const heard = [
    { ...utterances[0]!, text: 'Take amyxicillin.', misheard: [{ begin: 5, end: 16, text: 'amyxicillin', perhaps: ['amoxicillin'] }] },
  ];
  show({}, heard);
  expect(screen.getByText('Perhaps misheard: amyxicillin (amoxicillin?)')).toBeInTheDocument();
});

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

it('acts on the statement that has the focus, however it came there', async () => {
  const user = show();
  act(() => statement(/^No known/).focus());
  await user.keyboard('e');
  expect(screen.getByRole('textbox')).toHaveValue('No known drug allergies.');
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

  expect(actions.split).toHaveBeenCalledWith('s1', 'Dry cough for two weeks.', 9);
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
  show({ state: 'signed', signedBy: 'Dr Osei', signedAt: '2026-11-26T10:05:00Z' });
  expect(screen.getByText(/Signed by Dr Osei on/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /keep/ })).not.toBeInTheDocument();
  expect(screen.queryByText('DRAFT')).not.toBeInTheDocument();
});
