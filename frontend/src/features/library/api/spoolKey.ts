import { base64 } from '../../../recording/base64';
import { api, given } from '../../../shared/api/client';

/** What opens a recording in this browser's spool; the server alone keeps it. */
export async function spoolKey(recording: string): Promise<string> {
  return base64(given(await api.GET('/api/v1/recordings/{id}/key', { params: { path: { id: recording } } })).key);
}
