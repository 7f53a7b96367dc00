/** What the api says when it cannot do as asked (RFC 9457), or what is said in its place when it does not answer. */
export class Problem extends Error {
  constructor(
    /** The last part of the problem's type, 'unreachable', 'not-the-api' or 'not-loaded'. */
    readonly kind: string,
    readonly status: number,
    /** For the person at the page: what, why and what to do. */
    readonly detail: string,
    readonly errors: readonly { field: string; message: string }[] = [],
    readonly requestId: string | undefined = undefined,
  ) {
    super(kind); // never the detail: an error's message can reach a console
  }
}

export const unreachable = () => new Problem('unreachable', 0, '');

/** An answer that did not come from the api: a proxy's page, an empty body, a word of HTML. */
export const foreign = (status: number) => new Problem('not-the-api', status, '');

/** A part of the page that did not come: no connection, or another version of the page is in place by now. */
export const notLoaded = () => new Problem('not-loaded', 0, '');

interface ProblemBody {
  type?: unknown;
  detail?: unknown;
  title?: unknown;
  requestId?: unknown;
  errors?: unknown;
}

export function problemOf(status: number, body: unknown): Problem {
  const { type, detail, title, errors, requestId } = (body ?? {}) as ProblemBody;
  const text = typeof detail === 'string' ? detail : title;
  if (typeof type !== 'string' || typeof text !== 'string') {
    return foreign(status);
  }
  return new Problem(
    type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1),
    status,
    text,
    Array.isArray(errors) ? (errors as { field: string; message: string }[]) : [],
    typeof requestId === 'string' ? requestId : undefined,
  );
}
