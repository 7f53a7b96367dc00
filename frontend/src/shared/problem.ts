/** What the api says when it cannot do as asked; its detail is for the person at the page. */
export class Problem extends Error {}

const UNREACHABLE = 'The service does not answer. See whether it is running, then try again.';

/** Sends JSON and gives the answer; every failure is a Problem. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Problem(UNREACHABLE);
  }
  if (!response.ok) {
    throw new Problem(await detail(response));
  }
  return (await response.json()) as T;
}

async function detail(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { detail?: unknown };
    return typeof problem.detail === 'string' ? problem.detail : UNREACHABLE;
  } catch {
    return UNREACHABLE; // something between the page and the service answered
  }
}
