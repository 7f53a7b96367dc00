import createClient, { type Middleware } from 'openapi-fetch';
import { CSRF_HEADER, csrfToken } from './csrf';
import { early } from './early';
import { foreign, problemOf, unreachable } from './problem';
import type { paths } from './schema';
import { session } from './session';

/** Every failure becomes a Problem: hooks and pages know one kind. */
const failures: Middleware = {
  async onResponse({ response }) {
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok) {
      throw problemOf(response.status, /json/.test(type) ? await response.json().catch(() => undefined) : undefined);
    }
    // A proxy's page with status 200, or nothing where the api always says something.
    if (response.status !== 204 && (!/json/.test(type) || /^\s*(\{\s*\}|null)?\s*$/.test(await start(response)))) {
      throw foreign(response.status);
    }
    return undefined;
  },
  onError() {
    return unreachable();
  },
};

/** The first bytes of an answer, which are enough to tell an empty one. */
async function start(response: Response): Promise<string> {
  const reader = response.clone().body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  void reader?.cancel();
  return new TextDecoder().decode(value?.subarray(0, 64));
}

const csrf: Middleware = {
  onRequest({ request }) {
    sign(request);
    return request;
  },
};

/** Whom one asks to come in, and who one is: there, 401 is an answer. */
const LOGIN = /\/api\/v1\/(login|me|session|setup|password)$/;

async function loggedIn(request: Request, fresh = false): Promise<Response> {
  const again = request.clone();
  const response = await (early(request) ?? fetch(request));
  if (response.status === 403 && !fresh && request.method !== 'GET' && (await lacksToken(response))) {
    await fetch('/api/v1/login'); // its answer brings the cookie
    sign(again);
    return loggedIn(again, true);
  }
  if (response.status !== 401 || LOGIN.test(new URL(request.url).pathname)) {
    return response;
  }
  await session.renewed();
  sign(again);
  return loggedIn(again);
}

/** The cookie went with a session that ended, or with one that began. */
async function lacksToken(response: Response): Promise<boolean> {
  const body = (await response.clone().json().catch(() => undefined)) as { type?: unknown } | undefined;
  return typeof body?.type === 'string' && /[/:]csrf$/.test(body.type);
}

function sign(request: Request): void {
  const token = csrfToken();
  if (token && request.method !== 'GET') {
    request.headers.set(CSRF_HEADER, token);
  }
}

export const api = createClient<paths>({ baseUrl: '', fetch: (request: Request) => loggedIn(request) });
api.use(failures, csrf);

/** What is there once failures have become Problems. */
export function given<T>({ data }: { data?: T }): T {
  return data as T;
}
