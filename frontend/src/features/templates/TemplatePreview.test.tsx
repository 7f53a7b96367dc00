import { readFileSync } from 'node:fs';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TemplatePreview } from './TemplatePreview';

/** What the service answered when its document was written. */
const DOCUMENT = JSON.parse(readFileSync('../api/openapi.json', 'utf8'));
const example = (path: string, method: string) => DOCUMENT.paths[path][method].responses['200'].content['application/json'].example;
const PREVIEW = example('/api/v1/templates:preview', 'post');
const VISITS = { items: [{ id: 'v', label: 'Ms Adams', transcript: { id: 't', partial: false, version: 1 }, recordings: [] }, { id: 'w', label: 'Nothing said', recordings: [] }], page: 0, size: 50, total: 2 };

let asked: { path: string; body: unknown }[];
let refusal: object | undefined;

beforeEach(() => {
  asked = [];
  refusal = undefined;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET') {
      return Response.json(VISITS);
    }
    asked.push({ path: pathname, body: await request.json() });
    return refusal ? Response.json(refusal, { status: 422 }) : Response.json(PREVIEW);
  });
});

afterEach(() => vi.unstubAllGlobals());

const element = (source: string) => (
  <I18nProvider i18n={i18n}>
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TemplatePreview source={source} />
    </QueryClientProvider>
  </I18nProvider>
);
const show = () => userEvent.click(screen.getByRole('button', { name: 'Show what it makes' }));

it('shows what the template in the editor makes of the sample, by section', async () => {
  render(element('name: Mine'));
  await show();

  for (const { title, statements } of PREVIEW.note.sections) {
    const section = await screen.findByRole('region', { name: title });
    for (const { text } of statements) {
      expect(section).toHaveTextContent(text);
    }
  }
  expect(asked).toEqual([{ path: '/api/v1/templates:preview', body: { source: 'name: Mine', length: 'standard' } }]);
});

it('takes a visit that has words, and another length', async () => {
  render(element('name: Mine'));
  await userEvent.selectOptions(screen.getByLabelText('Of the visit'), await screen.findByRole('option', { name: 'Ms Adams' }));
  await userEvent.selectOptions(screen.getByLabelText('Length'), 'Brief');
  await show();

  expect(screen.queryByRole('option', { name: 'Nothing said' })).toBeNull();
  expect(asked).toEqual([{ path: '/api/v1/transcripts/t:preview', body: { source: 'name: Mine', length: 'brief' } }]);
});

it('says when the template is another by now', async () => {
  const { rerender } = render(element('name: Mine'));
  await show();
  await screen.findByRole('region', { name: PREVIEW.note.sections[0].title });
  expect(screen.queryByText(/before your last change/)).toBeNull();

  rerender(element('name: Other'));

  expect(screen.getByText(/before your last change/)).toBeVisible();
});

it('says what is wrong with a template', async () => {
  refusal = { type: 'https://example.org/invalid-input', status: 422, detail: 'Line 1 of the template has no end.' };
  render(element('name: ['));
  await show();

  expect(await screen.findByText(/Line 1 of the template has no end/)).toBeVisible();
});
