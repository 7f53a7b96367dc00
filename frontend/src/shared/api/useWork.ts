import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api, given } from './client';
import { follow, hasEnded, type Job } from './jobEvents';

/**
 * A job as it goes on, while the page is there.
 *
 * @param begun one that was begun before
 * @returns the job, once anything is known of it, and what takes another
 */
export function useFollowed(onEnd: (job: Job) => void, begun?: string): readonly [Job | undefined, (started: Job) => void] {
  const [id, setId] = useState(begun);
  const [job, setJob] = useState<Job>();
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (id === undefined) {
      return;
    }
    return follow(id, (now) => {
      setJob(now);
      if (hasEnded(now)) {
        end(now);
      }
    });
  }, [id]);
  return [
    job,
    (started) => {
      setJob(started);
      setId(started.id);
    },
  ];
}

interface Work {
  begin: () => Promise<Job>;
  onBegun?: () => void;
  onEnd?: () => void;
}

/** Work of the service that a page begins, follows, and has the result of: OpenAPI calls every job's result an array. */
export function useWork<Result>({ begin, onBegun, onEnd }: Work) {
  const [job, took] = useFollowed(() => onEnd?.());
  const beginning = useMutation({
    mutationFn: begin,
    onSuccess: (started) => {
      took(started);
      onBegun?.();
    },
  });
  const done = job?.state === 'succeeded' ? job.id : undefined;
  const result = useQuery({
    queryKey: ['job', done, 'result'],
    enabled: done !== undefined,
    queryFn: async () => given(await api.GET('/api/v1/jobs/{id}/result', { params: { path: { id: done! } } })) as unknown as Result,
  });
  return { beginning, job, result, running: beginning.isPending || (job !== undefined && !hasEnded(job)) };
}
