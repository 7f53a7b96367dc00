import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../shared/problem';
import { PreviewPage } from './PreviewPage';
import type { Preview } from './types';

const PREVIEW: Preview = {
  transcript: {
    utterances: [
      { id: 'u1', speaker: { label: 'Patient', role: 'patient' }, text: 'I have a dry cough and a rash.' },
      { id: 'u2', speaker: { label: '', role: 'clinician' }, text: 'Take ibuprofen.' },
    ],
  },
  note: {
    template: 'SOAP',
    notice: 'DRAFT',
    sections: [
      {
        title: 'Subjective',
        statements: [
          { text: 'Dry cough.', topic: '', support: 'supported', reasons: [], spans: [{ utterance: 'u1', begin: 9, end: 18 }] },
          {
            text: 'Fever.',
            topic: '',
            support: 'unsupported',
            reasons: [{ kind: 'invented', message: 'Nobody mentioned fever.' }],
            spans: [],
          },
        ],
      },
      { title: 'Plan', statements: [] },
    ],
    coverage: { omitted: ['u2'] },
  },
};

async function submitted(previewNote: (transcript: string) => Promise<Preview>) {
  const user = userEvent.setup();
  render(<PreviewPage previewNote={previewNote} />);
  await user.type(screen.getByLabelText('Transcript'), 'Patient: I have a dry cough.');
  await user.click(screen.getByRole('button', { name: 'Write the note' }));
  return user;
}

describe('the preview page', () => {
  it('asks for a transcript first', () => {
    render(<PreviewPage previewNote={() => Promise.resolve(PREVIEW)} />);

    expect(screen.getByRole('status')).toHaveTextContent('Paste the transcript');
    expect(screen.getByRole('button', { name: 'Write the note' })).toBeDisabled();
  });

  it('says that it is writing', async () => {
    await submitted(() => new Promise(() => {}));

    expect(screen.getByRole('status')).toHaveTextContent('Writing the note');
  });

  it('lights the evidence of the statement that is pointed at, and only while it is', async () => {
    const user = await submitted(() => Promise.resolve(PREVIEW));

    await user.hover(await screen.findByRole('button', { name: 'Dry cough.' }));
    expect(screen.getByText('dry cough', { selector: 'mark' })).toBeVisible();

    await user.unhover(screen.getByRole('button', { name: 'Dry cough.' }));
    expect(screen.queryByText('dry cough', { selector: 'mark' })).not.toBeInTheDocument();
  });

  it('lights the evidence for the keyboard and names it for a screen reader', async () => {
    const user = await submitted(() => Promise.resolve(PREVIEW));
    const statement = await screen.findByRole('button', { name: 'Dry cough.' });

    while (document.activeElement !== statement) {
      await user.tab();
    }

    expect(screen.getByText('dry cough', { selector: 'mark' })).toBeVisible();
    expect(statement).toHaveAccessibleDescription('Patient: I have a dry cough and a rash.');
  });

  it('says in words what is unsupported, what is left out and what is empty', async () => {
    await submitted(() => Promise.resolve(PREVIEW));

    expect(await screen.findByRole('button', { name: /Fever\.\s*unsupported/ })).toBeVisible();
    expect(screen.getByText('Nobody mentioned fever.')).toBeVisible();
    expect(screen.getByText('Take ibuprofen.').closest('li')).toHaveTextContent('not in the note');
    expect(within(screen.getByRole('region', { name: 'Plan' })).getByText('Not mentioned.')).toBeVisible();
  });

  it('shows what went wrong and lets one try again', async () => {
    await submitted(() => Promise.reject(new Problem('A note needs a transcript.')));

    expect(await screen.findByRole('alert')).toHaveTextContent('A note needs a transcript.');
    expect(screen.getByRole('button', { name: 'Write the note' })).toBeEnabled();
  });
});
