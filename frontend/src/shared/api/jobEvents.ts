import { api, given } from './client';
import type { components } from './schema';

export type Job = components['schemas']['Job'];

const ENDED: ReadonlySet<Job['state']> = new Set(['succeeded', 'failed', 'cancelled']);
const POLL = 2_000;

export const hasEnded = (job: Job): boolean => ENDED.has(job.state);

/**
 * Follows a job by server-sent events, and by asking every two seconds where a proxy lets no events through.
 *
 * @returns what stops it
 */
export function follow(id: string, tell: (job: Job) => void): () => void {
  let stopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const events = new EventSource(`/api/v1/jobs/${id}/events`);

  const ask = async () => {
    try {
      const job = given(await api.GET('/api/v1/jobs/{id}', { params: { path: { id } } }));
      if (stopped) {
        return;
      }
      tell(job);
      if (hasEnded(job)) {
        stop();
      }
    } catch {
      // The next question may be answered; the page shows what it knows.
    }
  };
  const poll = () => {
    timer = setTimeout(() => void ask().then(() => !stopped && poll()), POLL);
  };
  const stop = () => {
    stopped = true;
    events.close();
    clearTimeout(timer);
  };
  events.addEventListener('job', () => {
    failures = 0;
    void ask();
  });
  events.onerror = () => {
    if (++failures === 2 && !stopped) {
      events.close();
      poll();
    }
  };
  void ask();
  return stop;
}
