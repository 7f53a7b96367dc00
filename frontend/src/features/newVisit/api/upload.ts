import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Upload } from 'tus-js-client';
import { CSRF_HEADER, csrfToken } from '../../../shared/api/csrf';
import { Problem, problemOf, unreachable } from '../../../shared/api/problem';

/** nginx takes a body of this size at once; what broke off goes on at the last one that arrived. */
const CHUNK = 8 * 1024 * 1024;
/** Milliseconds between tries: what an answer refuses for now is tried so often, what nobody answered for two hours. */
const PAUSES = [0, 1_000, 3_000, 5_000, 10_000, 20_000];
const UNANSWERED = [...PAUSES, ...Array<number>(360).fill(20_000)];
/** Refusals that can pass by themselves: another piece came first, too many at once. */
const PASSING = [409, 423, 429];
/** How much of a file tells it from another of the same name, size and time. */
const HEAD = 1024 * 1024;

export interface Uploading {
  pause: () => void;
  resume: () => void;
}

interface Watcher {
  progress: (sent: number, all: number) => void;
  /** Nobody answers: it is tried again until somebody does. */
  unanswered: () => void;
  done: (recording: string, encounter: string) => void;
  failed: (problem: Problem) => void;
}

/**
 * Sends a recording by tus. The same file again goes on where it was, in the visit that it was begun for, also after the
 * page was closed.
 *
 * @param newEncounter makes the visit of a file that was not begun yet
 */
export async function upload(file: File, newEncounter: () => Promise<string>, watcher: Watcher): Promise<Uploading> {
  const tus = await import('tus-js-client');
  const storage = tus.defaultOptions.urlStorage;
  const print = await fingerprint(file);
  const earlier = await begun(print);
  const encounter = earlier?.encounter ?? (await newEncounter());
  const sending: Upload = new tus.Upload(file, {
    endpoint: '/api/v1/uploads',
    uploadUrl: earlier?.url ?? null,
    chunkSize: CHUNK,
    retryDelays: UNANSWERED,
    // In place of the library's own, which gives up where the browser says that there is no network: the service may be on this machine.
    onShouldRetry: (error, tries) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      if (status === 0) {
        watcher.unanswered();
        return true;
      }
      return tries < PAUSES.length && (status >= 500 || PASSING.includes(status));
    },
    metadata: { filename: file.name, encounterId: encounter },
    fingerprint: () => Promise.resolve(print),
    removeFingerprintOnSuccess: true,
    // A file's name can be a patient's: this browser keeps the fingerprint, and which visit the file is of.
    urlStorage: {
      findAllUploads: () => storage.findAllUploads(),
      findUploadsByFingerprint: (of) => storage.findUploadsByFingerprint(of),
      removeUpload: (key) => storage.removeUpload(key),
      addUpload: (of, begun) => storage.addUpload(of, { ...begun, metadata: { encounterId: encounter } }),
    },
    onBeforeRequest: (request) => {
      const token = csrfToken();
      if (token) {
        request.setHeader(CSRF_HEADER, token);
      }
    },
    onProgress: watcher.progress,
    onSuccess: ({ lastResponse }) => {
      watcher.done(lastResponse.getHeader('Content-Location')?.split('/').at(-1) ?? '', encounter);
    },
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
  sending.start();
  return { pause: () => void sending.abort(), resume: () => sending.start() };

  /** What the service still has of it; what was given up or has ended there is begun anew. */
  async function begun(fingerprint: string): Promise<{ url: string; encounter: string } | undefined> {
    for (const found of await storage.findUploadsByFingerprint(fingerprint)) {
      const encounter = found.metadata.encounterId;
      const answer = found.uploadUrl
        ? await fetch(found.uploadUrl, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => undefined)
        : undefined;
      if (answer?.ok && encounter && Number(answer.headers.get('Upload-Offset')) < file.size) {
        return { url: found.uploadUrl!, encounter };
      }
      if (answer && found.urlStorageKey) {
        await storage.removeUpload(found.urlStorageKey);
      }
    }
    return undefined;
  }
}

async function fingerprint(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return `tus:${bytesToHex(sha256(head))}:${file.size}:${file.lastModified}`;
}
