import type { Upload } from 'tus-js-client';
import { Problem, problemOf, unreachable } from '../../../shared/api/problem';

/** nginx takes a body of this size at once; what broke off goes on at the last one that arrived. */
const CHUNK = 8 * 1024 * 1024;

export interface Uploading {
  pause: () => void;
  resume: () => void;
}

interface Watcher {
  progress: (sent: number, all: number) => void;
  done: (recording: string) => void;
  failed: (problem: Problem) => void;
}

/** Sends a recording by tus; the same file again goes on where it was, also after the page was closed. */
export async function upload(file: File, encounter: string, watcher: Watcher): Promise<Uploading> {
  const tus = await import('tus-js-client');
  const sending: Upload = new tus.Upload(file, {
    endpoint: '/api/v1/uploads',
    chunkSize: CHUNK,
    retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000],
    metadata: { filename: file.name, encounterId: encounter },
    fingerprint: (f) => Promise.resolve(`${encounter}:${(f as File).name}:${(f as File).size}:${(f as File).lastModified}`),
    removeFingerprintOnSuccess: true,
    onProgress: watcher.progress,
    onSuccess: ({ lastResponse }) => watcher.done(lastResponse.getHeader('Content-Location')?.split('/').at(-1) ?? ''),
    onError: (error) => {
      const response = 'originalResponse' in error ? error.originalResponse : null;
      let body: unknown;
      try {
        body = JSON.parse(response?.getBody() ?? '');
      } catch {
        body = undefined;
      }
      watcher.failed(response ? problemOf(response.getStatus(), body) : unreachable());
    },
  });
  const [earlier] = await sending.findPreviousUploads();
  if (earlier) {
    sending.resumeFromPreviousUpload(earlier);
  }
  sending.start();
  return { pause: () => void sending.abort(), resume: () => sending.start() };
}
