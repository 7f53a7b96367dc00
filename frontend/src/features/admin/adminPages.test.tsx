import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AuditPage } from './AuditPage';
import { UsersPage } from './UsersPage';

const VISIT = '01a2232b-ab3a-749f-8eb3-59eb5034b507';

let version: number;
let asked: URL[];
let written: { path: string; ifMatch: string | null }[];

const kim = () => ({ id: VISIT, username: 'kim', name: 'Dr D. Kim', roles: ['clinician'], enabled: true, invited: true, version, createdAt: '2026-01-02T09:30:00Z' });

beforeEach(() => {
  version = 1;
  asked = [];
  written = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (request.method === 'GET') {
      asked.push(url);
      return Response.json({ items: url.pathname.endsWith('/users') ? [kim()] : [], page: 0, size: 100, total: 0 });
    }
    written.push({ path: url.pathname, ifMatch: request.headers.get('If-Match') });
    version++;
    return Response.json(url.pathname.endsWith(':reset-password') ? { user: kim(), code: 'QJUKK-A6D5R', until: '2026-12-01T17:20:00Z' } : kim());
  });
});

afterEach(() => vi.unstubAllGlobals());

const show = (page: ReactElement) =>
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{page}</QueryClientProvider>
    </I18nProvider>,
  );

it('locks out at once who has just got another code: what that changed was looked up', async () => {
  show(<UsersPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'New code Dr D. Kim' }));
  expect(await screen.findByText('QJUKK-A6D5R')).toBeVisible();
  await waitFor(() => expect(asked).toHaveLength(2));
  await userEvent.click(screen.getByRole('button', { name: 'Lock out Dr D. Kim' }));
  await waitFor(() => expect(written.at(-1)).toEqual({ path: `/api/v1/users/${VISIT}`, ifMatch: '"2"' }));
});

it('finds the lines of a visit by the id of its address, and of anything else as the log names it', async () => {
  show(<AuditPage />);
  const of = await screen.findByLabelText('Of');
  const wanted = () => asked.at(-1)?.searchParams.get('object');
  await userEvent.click(of);
  await userEvent.paste(VISIT.toUpperCase());
  await waitFor(() => expect(wanted()).toBe(`encounter/${VISIT}`));
  await userEvent.clear(of);
  await userEvent.paste(`account/${VISIT}`);
  await waitFor(() => expect(wanted()).toBe(`account/${VISIT}`));
});
