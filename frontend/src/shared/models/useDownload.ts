import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, given } from '../api/client';
import { hasEnded } from '../api/jobEvents';
import * as queries from '../api/queries';
import { useFollowed } from '../api/useWork';

/** Which job fetches a model: the service does it, so that a page that comes back or loads again finds how far it is, or why it failed. */
const jobOf = (model: string) => {
  const key = `download:${model}`;
  return {
    get: () => sessionStorage.getItem(key) ?? undefined,
    set: (job: string) => sessionStorage.setItem(key, job),
    forget: () => sessionStorage.removeItem(key),
  };
};

/** Whether a download was begun here that is on its way, or failed. */
export const isWanted = (model: string) => jobOf(model).get() !== undefined;

/** The download of a model, wherever it was begun. */
export function useDownload(model: string) {
  const client = useQueryClient();
  const [job, took] = useFollowed((ended) => {
    if (ended.state !== 'failed') {
      jobOf(model).forget();
    }
    void client.invalidateQueries(queries.models);
    void client.invalidateQueries(queries.providers);
  }, jobOf(model).get());

  const pulling = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/models/{id}:pull', { params: { path: { id: model } } })),
    onSuccess: (started) => {
      jobOf(model).set(started.id);
      took(started);
    },
  });
  const running = job !== undefined && !hasEnded(job);
  return {
    running,
    fraction: job?.fraction,
    secondsLeft: job?.secondsLeft,
    problem: job?.problem?.detail,
    error: pulling.error,
    waiting: pulling.isPending || running,
    start: () => pulling.mutate(),
    stop: () => job && void api.POST('/api/v1/jobs/{id}:cancel', { params: { path: { id: job.id } } }),
  };
}
