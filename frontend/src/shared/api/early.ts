declare global {
  interface Window {
    /** Answers by address: public/start.js asked for them while the page itself was on its way. */
    early?: Record<string, Promise<Response>>;
  }
}

/** Milliseconds since the page was asked for, after which an answer that nobody wanted is old. */
const OLD = 30_000;

/** What was asked for before the page was here; once, since what comes later is to be new. */
export function early({ method, url }: Request): Promise<Response> | undefined {
  const { pathname, search } = new URL(url);
  const address = pathname + search;
  const answer = method === 'GET' && performance.now() < OLD ? window.early?.[address] : undefined;
  delete window.early?.[address];
  return answer;
}
