import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Role, meKey } from '../shared/api/me';
import { ForRole } from './ForRole';
import { ROUTES } from './routes';

function show(path: string, roles: readonly Role[]): void {
  const queries = new QueryClient();
  queries.setQueryData(meKey, { id: 'u', name: 'Dr A. Osei', roles });
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ForRole path={path}>It is here</ForRole>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

it('shows a page to whoever has a role that it is for', () => {
  show('/models', ['admin']);
  expect(screen.getByText('It is here')).toBeVisible();
});

it('says which role a page wants of somebody without it, and offers nothing that cannot help', () => {
  show('/audit', ['clinician', 'admin']);
  expect(screen.queryByText('It is here')).toBeNull();
  expect(screen.getByText(/for the role Auditor, which your account does not have/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('names every role that would do', () => {
  show('/', ['auditor']);
  expect(screen.getByText(/for the role Clinician or Admin/)).toBeVisible();
});

it('opens to a clinician, an admin and an auditor together every page that there is', () => {
  for (const path of Object.keys(ROUTES)) {
    show(path, ['clinician', 'admin', 'auditor']);
  }
  expect(screen.getAllByText('It is here')).toHaveLength(Object.keys(ROUTES).length);
});
