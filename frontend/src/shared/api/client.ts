import createClient, { type Middleware } from 'openapi-fetch';
import { CSRF_HEADER, csrfToken } from './csrf';
import { foreign, problemOf, unreachable } from './problem';
import type { paths } from './schema';

/** Every failure becomes a Problem: hooks and pages know one kind. */
const failures: Middleware = {
  async onResponse({ response }) {
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok) {
      throw problemOf(response.status, /json/.test(type) ? await response.json().catch(() => undefined) : undefined);
    }
    if (response.status !== 204 && !/json|event-stream/.test(type)) {
      throw foreign(response.status); // a proxy's page with status 200
    }
    return undefined;
  },
  onError() {
    return unreachable();
  },
};

const csrf: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (token && request.method !== 'GET') {
      request.headers.set(CSRF_HEADER, token);
    }
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '' });
api.use(failures, csrf);

/** What is there once failures have become Problems. */
export function given<T>({ data }: { data?: T }): T {
  return data as T;
}
