import { post } from '../../../shared/problem';
import type { Preview } from '../types';

export type PreviewNote = (transcript: string) => Promise<Preview>;

export const previewNote: PreviewNote = (transcript) =>
  post<Preview>('/api/v1/notes:preview', { transcript });
