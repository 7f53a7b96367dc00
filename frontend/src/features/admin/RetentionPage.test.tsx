import { readFileSync } from 'node:fs';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RetentionPage } from './RetentionPage';

/** What the service answered when its document was written. */
const DOCUMENT = JSON.parse(readFileSync('../api/openapi.json', 'utf8'));
const JOB = DOCUMENT.paths['/api/v1/admin/retention:enforce'].post.responses['202'].content['application/json'].example;

const rules = (audio: number, note: number) => [
  { kind: 'unsigned-note', keptDays: 30, due: note, more: note === 1000, oldest: '2026-01-02T09:30:00Z' },
  { kind: 'audio', keptDays: 10, due: audio, more: false },
  { kind: 'transcript', due: 0, more: false },
];

let there: object[];
let deleted: object[];
let asked: string[];

beforeEach(() => {
  asked = [];
  there = rules(2, 1000);
  deleted = [];
  vi.stubGlobal('EventSource', class extends EventTarget {
    close = () => undefined;
  });
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') {
      asked.push(pathname);
      there = rules(0, 0);
      return Response.json(JOB, { status: 202 });
    }
    return Response.json(pathname.endsWith('/result') ? deleted : pathname.includes('/jobs/') ? { ...JOB, state: 'succeeded' } : there);
  });
});

afterEach(() => vi.unstubAllGlobals());

const show = () =>
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RetentionPage />
      </QueryClientProvider>
    </I18nProvider>,
  );

async function confirm(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Delete what is due now…' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete it for good' }));
}

it('asks with how many of what, and does nothing when it is cancelled', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Delete what is due now…' }));
  const question = screen.getByRole('dialog', { name: 'Delete what is due, for good?' });
  expect(within(question).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['at least 1,000 notes that nobody signed', '2 recordings']);
  await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked).toEqual([]);
});

it('says what went, and offers nothing once nothing is due', async () => {
  deleted = [
    { kind: 'unsigned-note', deleted: 1, left: 0 },
    { kind: 'audio', deleted: 2, left: 0 },
    { kind: 'transcript', deleted: 0, left: 0 },
  ];
  show();
  await confirm();
  expect(await screen.findByText('Deleted: 1 note that nobody signed and 2 recordings.')).toBeVisible();
  expect(await screen.findAllByText('Nothing is due now.', { exact: false })).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Delete what is due now…' })).toBeNull();
  expect(asked).toEqual(['/api/v1/admin/retention:enforce']);
});

it('says what could not be deleted', async () => {
  deleted = [{ kind: 'audio', deleted: 1, left: 1 }];
  show();
  await confirm();
  expect(await screen.findByText(/^Deleted: 1 recording\. Could not be deleted: 1 recording\. The service tries again/)).toBeVisible();
});
